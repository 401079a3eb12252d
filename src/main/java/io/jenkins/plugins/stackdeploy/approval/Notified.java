package io.jenkins.plugins.stackdeploy.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who is told of what happens at a gate.
 *
 * @param webhooks URLs
 * @param mail addresses, and {@link GateMail#APPROVERS}
 * @param problems what is wrong; empty when nothing is
 */
record Notified(List<String> webhooks, List<String> mail, List<String> problems) {
    private static final String MAIL = "mail:";
    /** What a mail server takes is its own affair; nothing here may be more than one address, or a line. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");

    /** @param items URLs, {@code mail:} with an address, or {@code mail:approvers} */
    static Notified of(List<String> items) {
        List<String> webhooks = new ArrayList<>();
        List<String> mail = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            String item = items.get(index);
            String number = String.valueOf(index + 1);
            if (item.startsWith(MAIL)) {
                String address = item.substring(MAIL.length()).strip();
                if (address.equals(GateMail.APPROVERS)
                        || ADDRESS.matcher(address).matches()) {
                    mail.add(address);
                } else {
                    problems.add(Messages.Input_mail(number));
                }
            } else if (!Webhooks.isGood(item)) {
                problems.add(Messages.Input_webhook(number));
            } else if (!GateConfiguration.get().allows(item)) {
                problems.add(Messages.Input_webhookForbidden(number));
            } else {
                webhooks.add(item);
            }
        }
        return new Notified(webhooks, mail, problems);
    }
}
