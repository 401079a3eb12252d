package io.jenkins.plugins.stackdeploy.steps;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** CloudFormation's rules for arguments. Source: CloudFormation API 2010-05-15, CreateStackSet and its types. */
final class StackSetRules {
    static final int NAME_MOST = 128;
    static final int DESCRIPTION_MOST = 1_024;
    static final int INLINE_MOST_BYTES = 51_200;
    static final int URL_MOST = 5_120;
    static final int TAGS_MOST = 50;
    static final int TAG_KEY_MOST = 128;
    static final int TAG_VALUE_MOST = 256;
    static final int UNITS_MOST = 50;
    static final int ROLE_ARN_LEAST = 20;
    static final int ROLE_ARN_MOST = 2_048;
    static final List<String> CAPABILITIES =
            List.of("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern UNIT = Pattern.compile("ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");
    private static final Pattern ROLE_NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");
    private static final Pattern ROLE_ARN = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/.+");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?");
    private static final Pattern TEMPLATE_URL = Pattern.compile("https://(?![^/]*s3-website)[^/]+/.+|ssm-doc://.+");

    private StackSetRules() {}

    /**
     * What is wrong with a stack set's name.
     *
     * @param name may be null
     * @return a message, or empty when nothing is
     */
    static Optional<String> name(String name) {
        if (name == null) {
            return Optional.of(Messages.StackSet_nameMissing());
        }
        if (name.length() > NAME_MOST) {
            return Optional.of(
                    Messages.Input_long("stackSetName", String.valueOf(name.length()), String.valueOf(NAME_MOST)));
        }
        return NAME.matcher(name).matches() ? Optional.empty() : Optional.of(Messages.StackSet_name(name));
    }

    /** Whether a text is the id of an account. */
    static boolean isAccount(String text) {
        return ACCOUNT.matcher(text).matches();
    }

    /** Whether a text is the id of an organizational unit, or of the root of an organization. */
    static boolean isUnit(String text) {
        return UNIT.matcher(text).matches();
    }

    /** Whether a text looks like the id of a region; there may be new ones. */
    static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /** Whether a text is the name of a role, without a path. */
    static boolean isRoleName(String text) {
        return ROLE_NAME.matcher(text).matches();
    }

    /** Whether a text is the ARN of a role. */
    static boolean isRoleArn(String text) {
        return text.length() >= ROLE_ARN_LEAST
                && text.length() <= ROLE_ARN_MOST
                && ROLE_ARN.matcher(text).matches();
    }

    /** Whether a text is the name of a bucket, with or without a prefix behind a slash. */
    static boolean isBucket(String text) {
        return BUCKET.matcher(text).matches();
    }

    /** Whether CloudFormation fetches templates from a URL. */
    static boolean isTemplateUrl(String text) {
        return text.length() <= URL_MOST && TEMPLATE_URL.matcher(text).matches();
    }
}
