package io.jenkins.plugins.stackdeploy.localcloud.awssts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Credential;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Identity;
import io.jenkins.plugins.stackdeploy.localcloud.auth.KeyRing;
import io.jenkins.plugins.stackdeploy.localcloud.aws.AwsErrors;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAction;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryAnswer;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryCall;
import io.jenkins.plugins.stackdeploy.localcloud.aws.QueryParameters;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Ids;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AssumeRole. Patterns and ranges: the API reference of STS. */
public final class AssumeRole implements QueryAction {
    private static final Pattern ROLE =
            Pattern.compile("arn:aws:iam::([0-9]{12}):role/((?:[\\x21-\\x7E]+/)*([\\w+=,.@-]{1,64}))");
    private static final Pattern SESSION = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");
    private static final int MIN_SECONDS = 900;
    private static final int DEFAULT_SECONDS = 3600;
    private static final int MAX_SECONDS = 43_200;
    private static final int ID_LENGTH = 16;

    private final KeyRing keys;
    private final Map<String, AwsRole> roles;
    private final Runnable save;

    /**
     * @param keys where temporary keys are added
     * @param roles the roles by ARN
     * @param save called after a key was issued and before it is handed out
     */
    public AssumeRole(KeyRing keys, Map<String, AwsRole> roles, Runnable save) {
        this.keys = keys;
        this.roles = roles;
        this.save = save;
    }

    @Override
    public QueryAnswer run(QueryCall call) {
        QueryParameters parameters = call.parameters();
        String arn = parameters.required("RoleArn");
        parameters.required("RoleSessionName");
        String session = parameters.matching("RoleSessionName", SESSION);
        String externalId = parameters.matching("ExternalId", EXTERNAL_ID);
        int seconds = parameters.integer("DurationSeconds", MIN_SECONDS, MAX_SECONDS, DEFAULT_SECONDS);
        Matcher name = ROLE.matcher(arn);
        if (!name.matches()) {
            throw AwsErrors.validation(arn + " is invalid");
        }
        if (call.aws().credential().temporary() && seconds > DEFAULT_SECONDS) {
            throw AwsErrors.validation(
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by"
                            + " role chaining");
        }
        AwsRole role = roles.get(arn);
        if (role == null || (role.externalId() != null && !role.externalId().equals(externalId))) {
            // STS tells neither whether the role exists nor what its trust policy wants.
            throw new ApiError(
                    403,
                    "AccessDenied",
                    "User: " + call.aws().caller().arn() + " is not authorized to perform: sts:AssumeRole on resource: "
                            + arn);
        }
        Credential issued = issue(role, name, session, call.now().plusSeconds(seconds));
        keys.add(issued);
        save.run();
        return QueryAnswer.changed(answer(issued));
    }

    private static Credential issue(AwsRole role, Matcher name, String session, Instant expiresAt) {
        String account = name.group(1);
        String sessionArn = "arn:aws:sts::" + account + ":assumed-role/" + name.group(3) + "/" + session;
        String roleId = "AROA" + id(Digests.sha256Hex(role.arn()));
        return new Credential(
                "ASIA" + id(Ids.uuid().replace("-", "")),
                Ids.uuid().replace("-", ""),
                "IQoJb3JpZ2luX2Vj" + Ids.uuid().replace("-", "") + "//"
                        + Ids.uuid().replace("-", "") + "==",
                expiresAt.truncatedTo(ChronoUnit.SECONDS),
                new Identity(account, sessionArn, "AssumedRole", roleId + ":" + session, role.deniedActions()));
    }

    private static String id(String hex) {
        return hex.substring(0, ID_LENGTH).toUpperCase(Locale.ROOT);
    }

    private static ObjectNode answer(Credential issued) {
        ObjectNode answer = Json.object();
        answer.putObject("AssumedRoleUser")
                .put("AssumedRoleId", issued.identity().userId())
                .put("Arn", issued.identity().arn());
        answer.putObject("Credentials")
                .put("AccessKeyId", issued.accessKeyId())
                .put("SecretAccessKey", issued.secret())
                .put("SessionToken", issued.securityToken())
                .put("Expiration", issued.expiresAt().toString());
        return answer;
    }
}
