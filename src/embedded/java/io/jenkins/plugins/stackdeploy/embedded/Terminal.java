package io.jenkins.plugins.stackdeploy.embedded;

import hudson.model.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Waits for a build and has its questions answered by whoever sits at the terminal, who may answer for anybody. A question
 * that is answered elsewhere meanwhile, as gates are in the browser, is dropped.
 */
final class Terminal {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Pattern ANSWER =
            Pattern.compile("(y|yes|n|no)(?:\\s+as\\s+(\\S+))?", Pattern.CASE_INSENSITIVE);

    private final TerminalInput in;
    private final PrintStream out;
    private final String user;
    private final boolean alwaysYes;

    /** @param alwaysYes whether to answer every question with yes, without asking */
    Terminal(BufferedReader in, PrintStream out, String user, boolean alwaysYes) {
        this.in = new TerminalInput(in);
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
                answer(run, questions.get(0));
            }
        }
    }

    private void answer(PipelineRun run, Question question) throws IOException, InterruptedException {
        if (alwaysYes) {
            answerYes(run, question);
        } else {
            out.print(question.text() + " [y/n] ");
            out.flush();
            ask(run, question);
        }
    }

    /** Answers for whoever may: whoever started a build may not decide on it. */
    private void answerYes(PipelineRun run, Question question) {
        List<String> people = new ArrayList<>(List.of(user));
        people.addAll(question.others());
        String refusal = "";
        for (String person : people) {
            try {
                question.yes(person);
                return;
            } catch (SecurityException refused) {
                refusal = refused.getMessage();
            }
        }
        out.println(refusal);
        run.abort(user);
    }

    private void ask(PipelineRun run, Question question) throws IOException, InterruptedException {
        while (isStillAsked(run, question)) {
            Optional<String> line = in.line(LOOK);
            if (line.isPresent() && take(run, question, line.get())) {
                return;
            }
            if (line.isEmpty() && in.isOver()) {
                atTheEnd(run, question);
                return;
            }
        }
        out.println();
    }

    private static boolean isStillAsked(PipelineRun run, Question question) {
        return run.isBuilding()
                && run.questions().stream().anyMatch(each -> each.text().equals(question.text()));
    }

    /** @return whether that was an answer */
    private boolean take(PipelineRun run, Question question, String line) {
        Matcher answer = ANSWER.matcher(line.strip());
        if (!answer.matches()) {
            out.println("Please answer y or n.");
            out.print(question.text() + " [y/n] ");
            out.flush();
            return false;
        }
        String who = answer.group(2) == null ? user : answer.group(2);
        try {
            if (answer.group(1).toLowerCase(Locale.ROOT).startsWith("y")) {
                question.yes(who);
            } else {
                question.no(who);
            }
        } catch (SecurityException refused) {
            out.println(refused.getMessage() + " (Answer for somebody else with: y as NAME)");
        }
        return true;
    }

    /** Nobody can be asked any more: that is a no, by stopping the build where this user may not say no. */
    private void atTheEnd(PipelineRun run, Question question) {
        try {
            question.no(user);
        } catch (SecurityException refused) {
            out.println(refused.getMessage());
            run.abort(user);
        }
    }
}
