package io.jenkins.plugins.stackdeploy.approval;

import hudson.model.User;
import hudson.tasks.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jenkins.model.Jenkins;
import jenkins.plugins.mailer.tasks.MimeMessageBuilder;

/** The mailer plugin, which need not be installed. */
final class MailPlugin {
    private static final String ID = "mailer";

    private MailPlugin() {}

    static boolean isInstalled() {
        return Jenkins.get().getPlugin(ID) != null;
    }

    /** The address of a user as the user has set it, or as the plugin finds it; empty when there is none. */
    static Optional<String> addressOf(User user) {
        return Types.addressOf(user);
    }

    /**
     * Sends a mail with the settings of the plugin; takes its time.
     *
     * @param to one address
     * @param subject one line
     * @throws IOException when the mail server does not take it
     */
    static void send(String to, String subject, String body) throws IOException {
        Types.send(to, subject, body);
    }

    /** Loaded only when the plugin is installed, so that its classes are there. */
    private static final class Types {
        static Optional<String> addressOf(User user) {
            Mailer.UserProperty property = user.getProperty(Mailer.UserProperty.class);
            return Optional.ofNullable(property)
                    .map(Mailer.UserProperty::getAddress)
                    .filter(address -> !address.isBlank());
        }

        static void send(String to, String subject, String body) throws IOException {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            // Where the mail library looks for what it is made of.
            Thread.currentThread().setContextClassLoader(Session.class.getClassLoader());
            try {
                MimeMessage message = new MimeMessageBuilder()
                        .addRecipients(to)
                        .setSubject(subject)
                        .setBody(body)
                        .buildMimeMessage();
                if (message.getAllRecipients() == null) {
                    throw new IOException(Messages.Mail_noAddress());
                }
                message.setSubject(subject, StandardCharsets.UTF_8.name());
                Transport.send(message);
            } catch (MessagingException failed) {
                throw new IOException(failed.getMessage(), failed);
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
    }
}
