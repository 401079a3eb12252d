package io.jenkins.plugins.stackdeploy.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.stackdeploy.engine.BudgetSnapshot;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.GroupSnapshot;
import io.jenkins.plugins.stackdeploy.engine.WatcherSnapshot;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThrottleTellerTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Logger LOGGER = Logger.getLogger(ThrottleTeller.class.getName());

    private final List<String> lines = new ArrayList<>();
    private final ThrottleTeller teller = new ThrottleTeller();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + MessageFormat.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void stop() {
        LOGGER.removeHandler(handler);
    }

    private void at(int seconds, GroupSnapshot... groups) {
        teller.tell(new WatcherSnapshot(START.plusSeconds(seconds), 1, List.of(groups)));
    }

    /** @param since in seconds after the start; negative for never */
    private static GroupSnapshot group(String region, int since) {
        Instant throttled = since < 0 ? null : START.plusSeconds(since);
        BudgetSnapshot status = new BudgetSnapshot("ListStacks", 100, since < 0 ? 80 : 20, 7, 1, throttled, throttled);
        BudgetSnapshot events = new BudgetSnapshot("ListStackEvents", 100, 80, 7, 0, null, null);
        GroupKey key = new GroupKey("ros", "ros.aliyuncs.com", "LTAI", region);
        return new GroupSnapshot(key, 3, 0, false, 5, 9, START, List.of(status, events));
    }

    @Test
    void toldOnceAfterAMinuteAndOnceWhenItIsOver() {
        Stream.of(5, 30, 60, 65).forEach(seconds -> at(seconds, group("cn-hangzhou", 5)));
        assertThat(lines).isEmpty();

        Stream.of(66, 81, 600).forEach(seconds -> at(seconds, group("cn-hangzhou", 5)));
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("WARNING ros in cn-hangzhou for LTAI has been throttled since 2026-03-01T08:00:05Z:"
                        + " ListStacks at 20 of 100 calls a minute.")
                .contains("callsPerMinute");

        Stream.of(615, 630).forEach(seconds -> at(seconds, group("cn-hangzhou", -1)));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith("INFO ros in cn-hangzhou for LTAI is no longer throttled");
    }

    @Test
    void aShortOneIsNotToldOf() {
        at(10, group("cn-hangzhou", 5));
        at(50, group("cn-hangzhou", -1));
        at(55, group("cn-hangzhou", 52));
        at(110, group("cn-hangzhou", 52));
        at(125, group("cn-hangzhou", -1));

        assertThat(lines).isEmpty();
    }

    @Test
    void eachRegionIsToldOfForItselfAndOneThatIsForgottenIsOver() {
        at(100, group("cn-hangzhou", 5), group("cn-beijing", 50));
        at(130, group("cn-hangzhou", 5), group("cn-beijing", 50));
        assertThat(lines).hasSize(2);

        at(145, group("cn-beijing", 50));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).contains("cn-hangzhou", "no longer throttled");
    }
}
