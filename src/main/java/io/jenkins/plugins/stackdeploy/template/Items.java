package io.jenkins.plugins.stackdeploy.template;

import java.util.List;

/** A list. */
final class Items extends Node {
    private final List<Node> items;
    private final int height;
    private final int weight;

    Items(List<Node> items, int line, int column) {
        super(line, column);
        this.items = items;
        int deepest = 0;
        int sum = 1;
        for (Node item : items) {
            deepest = Math.max(deepest, item.height());
            sum += item.weight();
        }
        height = deepest + 1;
        weight = sum;
    }

    @Override
    List<Node> items() {
        return items;
    }

    @Override
    int height() {
        return height;
    }

    @Override
    int weight() {
        return weight;
    }
}
