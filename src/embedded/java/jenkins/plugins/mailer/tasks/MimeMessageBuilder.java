package jenkins.plugins.mailer.tasks;

import hudson.tasks.Mailer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Makes mails with the settings of the mailer plugin. */
public class MimeMessageBuilder {
    private final List<InternetAddress> recipients = new ArrayList<>();
    private String subject;
    private String body;

    /** Adds addresses that are separated by blanks or commas; what is none is left out. */
    public MimeMessageBuilder addRecipients(String addresses) throws UnsupportedEncodingException {
        for (String address : addresses.split("[\\s,]+")) {
            try {
                recipients.add(new InternetAddress(address, true));
            } catch (AddressException none) {
                continue;
            }
        }
        return this;
    }

    public MimeMessageBuilder setSubject(String text) {
        subject = text;
        return this;
    }

    public MimeMessageBuilder setBody(String text) {
        body = text;
        return this;
    }

    public MimeMessage buildMimeMessage() throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new MimeMessage(Mailer.descriptor().createSession());
        message.setFrom(new InternetAddress("jenkins@example.com"));
        message.setSentDate(new Date());
        message.setSubject(subject);
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(body, "text/plain; charset=UTF-8");
        message.setContent(new MimeMultipart(part));
        if (!recipients.isEmpty()) {
            message.setRecipients(Message.RecipientType.TO, recipients.toArray(InternetAddress[]::new));
        }
        return message;
    }
}
