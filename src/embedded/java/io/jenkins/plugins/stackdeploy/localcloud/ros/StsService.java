package io.jenkins.plugins.stackdeploy.localcloud.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Credential;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import io.jenkins.plugins.stackdeploy.localcloud.auth.Identity;
import io.jenkins.plugins.stackdeploy.localcloud.auth.KeyRing;
import io.jenkins.plugins.stackdeploy.localcloud.stack.Ids;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import io.jenkins.plugins.stackdeploy.localcloud.wire.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** STS 2015-04-01: AssumeRole and GetCallerIdentity. */
public final class StsService {
    private static final Pattern ROLE = Pattern.compile("acs:ram::([0-9]+):role/([A-Za-z0-9.@_-]{1,64})");
    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9.@_-]{2,64}");
    private static final ParameterSpec ASSUME_ROLE = ParameterSpec.of(
            "DurationSeconds:L, ExternalId:S, Policy:S, " + "RoleArn*:S, RoleSessionName*:S, SourceIdentity:S");
    private static final ParameterSpec GET_CALLER_IDENTITY = ParameterSpec.of("RegionId:S");

    private final KeyRing keys;
    private final Map<String, Set<String>> roles;
    private final Clock clock;
    private final Runnable save;

    /**
     * @param keys where temporary keys are added
     * @param roles roles that may be assumed, by ARN, with the actions that each is denied
     * @param clock the cloud's clock
     * @param save called after a key was issued and before it is handed out
     */
    public StsService(KeyRing keys, Map<String, Set<String>> roles, Clock clock, Runnable save) {
        this.keys = keys;
        this.roles = roles;
        this.clock = clock;
        this.save = save;
    }

    Answer run(String action, Map<String, String> parameters, Credential caller) {
        return switch (action) {
            case "AssumeRole" -> {
                ASSUME_ROLE.check(parameters);
                yield assumeRole(new Parameters(parameters));
            }
            case "GetCallerIdentity" -> {
                GET_CALLER_IDENTITY.check(parameters);
                yield Answer.of(identity(caller.identity()));
            }
            default -> throw new ApiError(404, "InvalidAction.NotFound", "Specified api is not found: " + action);
        };
    }

    private Answer assumeRole(Parameters parameters) {
        String arn = parameters.text("RoleArn");
        String session = parameters.text("RoleSessionName");
        Matcher role = ROLE.matcher(arn);
        if (!role.matches()) {
            throw new ApiError(400, "InvalidParameter.RoleArn", "The specified RoleArn is not correct: " + arn);
        }
        if (!SESSION.matcher(session).matches()) {
            throw new ApiError(
                    400, "InvalidParameter.RoleSessionName", "The specified RoleSessionName is not correct.");
        }
        if (!roles.containsKey(arn)) {
            throw new ApiError(404, "EntityNotExist.Role", "The specified Role not exists: " + arn);
        }
        int seconds = parameters.integer("DurationSeconds", 900, 43_200, 3600);
        Instant expiration = clock.instant().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
        String principal = Digests.sha256Hex(arn).substring(0, 18) + ":" + session;
        String sessionArn = "acs:ram::" + role.group(1) + ":assumed-role/" + role.group(2) + "/" + session;
        Credential issued = new Credential(
                "STS." + Ids.uuid().replace("-", "").substring(0, 24),
                Ids.uuid().replace("-", ""),
                "CAIS" + Ids.uuid().replace("-", "") + "==",
                expiration,
                new Identity(role.group(1), sessionArn, "AssumedRoleUser", principal, roles.get(arn)));
        keys.add(issued);
        save.run();
        ObjectNode answer = Json.object();
        answer.putObject("AssumedRoleUser").put("AssumedRoleId", principal).put("Arn", sessionArn);
        answer.putObject("Credentials")
                .put("AccessKeyId", issued.accessKeyId())
                .put("AccessKeySecret", issued.secret())
                .put("SecurityToken", issued.securityToken())
                .put("Expiration", expiration.toString());
        return new Answer(answer, true);
    }

    private static ObjectNode identity(Identity identity) {
        return Json.object()
                .put("AccountId", identity.accountId())
                .put("Arn", identity.arn())
                .put("IdentityType", identity.type())
                .put("PrincipalId", identity.userId())
                .put("UserId", identity.userId());
    }
}
