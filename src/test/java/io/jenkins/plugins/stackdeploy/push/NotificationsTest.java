package io.jenkins.plugins.stackdeploy.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.stackdeploy.engine.Budgets;
import io.jenkins.plugins.stackdeploy.engine.GroupKey;
import io.jenkins.plugins.stackdeploy.engine.Look;
import io.jenkins.plugins.stackdeploy.engine.Looker;
import io.jenkins.plugins.stackdeploy.engine.Turn;
import io.jenkins.plugins.stackdeploy.engine.Wait;
import io.jenkins.plugins.stackdeploy.engine.Watcher;
import io.jenkins.plugins.stackdeploy.push.Notifications.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationsTest {
    private static final String TOKEN = "0123456789abcdef".repeat(4);

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final Notifications notifications = new Notifications(() -> now);
    private final List<Wait> kept = new ArrayList<>();
    private final Watcher watcher = new Watcher(InstantSource.system(), new Budgets(InstantSource.system()));

    /** Looks once an hour, and ends at its second look. */
    private static final class Slow implements Wait {
        private final AtomicInteger turns = new AtomicInteger();

        @Override
        public GroupKey group() {
            return new GroupKey("ros", "127.0.0.1", "key", "cn-hangzhou");
        }

        @Override
        public Optional<String> sharedLook() {
            return Optional.empty();
        }

        @Override
        public Looker looker() {
            throw new AssertionError("it looks for itself");
        }

        @Override
        public Turn turn(Look look) {
            return turns.incrementAndGet() == 1 ? Turn.after(Duration.ofHours(1)) : Turn.OVER;
        }

        @Override
        public Turn postponed(String trouble, Duration pause) {
            throw new AssertionError("it looks for itself");
        }
    }

    @AfterEach
    void stop() {
        watcher.close();
    }

    private Subscription subscribe(String token, Wait wait) {
        Subscription subscription = new Subscription(notifications, token);
        subscription.begin(wait, watcher);
        kept.add(wait);
        return subscription;
    }

    @Test
    void whatLooksOnceAnHourLooksAtOnceWhenItIsNotified() {
        Slow slow = new Slow();
        Slow other = new Slow();
        subscribe(TOKEN, slow);
        subscribe("f".repeat(64), other);
        watcher.watch(slow);
        watcher.watch(other);
        await().until(() -> slow.turns.get() == 1 && other.turns.get() == 1);

        assertThat(notifications.hear(TOKEN)).isEqualTo(Verdict.HEARD);

        await().until(() -> watcher.size() == 1);
        assertThat(slow.turns).hasValue(2);
        assertThat(other.turns).hasValue(1);
    }

    @Test
    void nobodyIsFoundByAnythingButTheToken() {
        Slow slow = new Slow();
        subscribe(TOKEN, slow);

        for (String text : new String[] {
            "", TOKEN.substring(1), TOKEN + "0", TOKEN.toUpperCase(Locale.ROOT), "1" + TOKEN.substring(1), "../x"
        }) {
            assertThat(notifications.hear(text)).as(text).isEqualTo(Verdict.UNKNOWN);
        }
        assertThat(slow.turns).hasValue(0);
    }

    @Test
    void afterTheEndNobodyHears() {
        Slow first = new Slow();
        Slow second = new Slow();
        Subscription ofFirst = subscribe(TOKEN, first);
        Subscription ofSecond = subscribe(TOKEN, second);

        ofFirst.end();
        assertThat(notifications.hear(TOKEN)).isEqualTo(Verdict.HEARD);
        ofSecond.end();
        assertThat(notifications.hear(TOKEN)).isEqualTo(Verdict.UNKNOWN);
        new Subscription(notifications, TOKEN).end();
        assertThat(notifications.hear(TOKEN)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aFloodForOneTokenIsNotHeardAndKeepsNobodyElseFromBeingHeard() {
        subscribe(TOKEN, new Slow());
        String another = "f".repeat(64);
        Slow waiting = new Slow();
        subscribe(another, waiting);

        int heard = 0;
        for (int count = 0; count < 1_000; count++) {
            now = now.plusMillis(60);
            heard += notifications.hear(TOKEN) == Verdict.HEARD ? 1 : 0;
        }

        assertThat(heard).isBetween(10, 20);
        assertThat(notifications.hear(TOKEN)).isEqualTo(Verdict.TOO_MANY);
        assertThat(notifications.hear(another)).isEqualTo(Verdict.HEARD);
    }

    @Test
    void aFloodForManyTokensIsLimitedTogether() {
        for (int stack = 0; stack < 1_000; stack++) {
            subscribe(String.format("%064x", stack), new Slow());
        }
        int heard = 0;
        for (int stack = 0; stack < 1_000; stack++) {
            heard += notifications.hear(String.format("%064x", stack)) == Verdict.HEARD ? 1 : 0;
        }
        assertThat(heard).isBetween(100, 600);
    }
}
