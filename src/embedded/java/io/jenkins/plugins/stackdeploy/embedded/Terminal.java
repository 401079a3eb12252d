package io.jenkins.plugins.stackdeploy.embedded;

import hudson.model.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Waits for a build and has its questions answered by whoever sits at the terminal. */
final class Terminal {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final BufferedReader in;
    private final PrintStream out;
    private final String user;
    private final boolean alwaysYes;

    /** @param alwaysYes whether to answer every question with yes, without asking */
    Terminal(BufferedReader in, PrintStream out, String user, boolean alwaysYes) {
        this.in = in;
        this.out = out;
        this.user = user;
        this.alwaysYes = alwaysYes;
    }

    Result accompany(PipelineRun run) throws IOException, InterruptedException {
        while (true) {
            Optional<Result> result = run.awaitEnd(LOOK);
            if (result.isPresent()) {
                return result.get();
            }
            List<Question> questions = run.questions();
            if (!questions.isEmpty()) {
                answer(questions.get(0));
            }
        }
    }

    private void answer(Question question) throws IOException {
        if (alwaysYes || asksYes(question)) {
            question.yes(user);
        } else {
            question.no(user);
        }
    }

    /** @return false for no, and at the end of the input */
    private boolean asksYes(Question question) throws IOException {
        while (true) {
            out.print(question.text() + " [y/n] ");
            out.flush();
            String answer = in.readLine();
            if (answer == null) {
                return false;
            }
            switch (answer.trim().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return true;
                }
                case "n", "no" -> {
                    return false;
                }
                default -> out.println("Please answer y or n.");
            }
        }
    }
}
