package hudson.tasks;

import jakarta.mail.Session;
import java.util.Properties;

/** The mailer plugin: how Jenkins reaches the mail server. */
public final class Mailer {
    private static final DescriptorImpl DESCRIPTOR = new DescriptorImpl();

    private Mailer() {}

    public static DescriptorImpl descriptor() {
        return DESCRIPTOR;
    }

    /** The plugin's settings. */
    public static final class DescriptorImpl {
        private String smtpHost;
        private String smtpPort = "25";

        private DescriptorImpl() {}

        public void setSmtpHost(String smtpHost) {
            this.smtpHost = smtpHost;
        }

        public void setSmtpPort(String smtpPort) {
            this.smtpPort = smtpPort;
        }

        public Session createSession() {
            Properties settings = new Properties();
            settings.put("mail.smtp.host", smtpHost);
            settings.put("mail.smtp.port", smtpPort);
            settings.put("mail.smtp.timeout", "60000");
            settings.put("mail.smtp.connectiontimeout", "60000");
            return Session.getInstance(settings);
        }
    }

    /** The mail address that a user has set. */
    public static class UserProperty extends hudson.model.UserProperty {
        private final String emailAddress;

        public UserProperty(String emailAddress) {
            this.emailAddress = emailAddress;
        }

        /** @return null if there is none */
        public String getAddress() {
            return emailAddress;
        }
    }
}
