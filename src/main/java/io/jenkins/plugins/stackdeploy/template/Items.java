package io.jenkins.plugins.stackdeploy.template;

import java.util.List;

/** A list. */
final class Items extends Node {
    private final List<Node> items;

    Items(List<Node> items, int line, int column) {
        super(line, column);
        this.items = items;
    }

    @Override
    List<Node> items() {
        return items;
    }

    @Override
    int height() {
        int deepest = 0;
        for (Node item : items) {
            deepest = Math.max(deepest, item.height());
        }
        return deepest + 1;
    }

    @Override
    int weight() {
        int sum = 1;
        for (Node item : items) {
            sum += item.weight();
        }
        return sum;
    }
}
