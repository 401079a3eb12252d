package io.jenkins.plugins.stackdeploy.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words of the comparison in Chinese. */
final class Chinese {
    /** Patterns and what they become, in this order. */
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("detection lag x calls of stacks that take (.*) s", "发现堆栈完成的延迟 × 调用次数（堆栈耗时 $1 秒）");
        WORDS.put("detection lag of stacks of (\\d+) s, deployed first time", "发现堆栈完成的延迟（耗时 $1 秒，首次部署）");
        WORDS.put("detection lag of stacks of (\\d+) s, deployed 30 times before", "发现堆栈完成的延迟（耗时 $1 秒，已部署过 30 次）");
        WORDS.put("time to the first event line", "首行事件出现的时间");
        WORDS.put("calls per minute, (.*) stacks", "每分钟调用次数（$1 个堆栈）");
        WORDS.put("(\\d+) of the watcher, (\\d+) of the HTTP client", "监视线程 $1 个，HTTP 客户端 $2 个");
        WORDS.put("threads of 1,000 waiting deployments", "1,000 个等待中的部署占用的线程");
        WORDS.put("live heap per waiting deployment", "每个等待中的部署占用的堆内存");
        WORDS.put("calls of a deployment that finds nothing to do", "无变更部署的调用次数");
        WORDS.put("a fixed interval at as many calls", "调用次数相同的固定间隔");
        WORDS.put("pipeline-aws algorithm", "pipeline-aws 的算法");
        WORDS.put(" at ([\\d.,]+) calls", "，$1 次调用");
        WORDS.put(" \\(([\\d.,]+) ends a minute\\)", "（每分钟 $1 个结束）");
        WORDS.put("([\\d.]) s\\b", "$1 秒");
        WORDS.put(": ", "：");
    }

    private Chinese() {}

    static String of(String english) {
        String text = english;
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            text = text.replaceAll(word.getKey(), word.getValue());
        }
        return text;
    }
}
