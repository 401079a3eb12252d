package io.jenkins.plugins.stackdeploy.localcloud.ros;

import io.jenkins.plugins.stackdeploy.localcloud.stack.TokenUse;
import io.jenkins.plugins.stackdeploy.localcloud.wire.ApiError;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The promise of ClientToken (ensure-idempotence): the same token with the same business parameters is answered alike
 * without a second effect; with others it is refused. How long the real cloud remembers is not published; here, forever.
 */
final class Idempotency {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Idempotency() {}

    /**
     * Looks for an earlier call with the same token.
     *
     * @return the earlier answer, or empty if the call has to be carried out
     * @throws ApiError InvalidIdempotenceParameter (400), LastTokenProcessing (403) or InvalidParameter
     */
    static Optional<Answer> replay(Call call) {
        if (!call.parameters().has("ClientToken")) {
            return Optional.empty();
        }
        String token = call.parameters().text("ClientToken");
        if (!TOKEN.matcher(token).matches()) {
            throw ApiError.invalidParameter("ClientToken", "it must have 1 to 64 letters, digits, - and _.");
        }
        Optional<TokenUse> earlier = call.cloud().store().token(call.accountId(), token);
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        TokenUse use = earlier.get();
        if (!use.digest().equals(call.digest())) {
            throw new ApiError(
                    400,
                    "InvalidIdempotenceParameter",
                    "The ClientToken (" + token + ") was used before with different parameters.");
        }
        if (call.now().isBefore(use.at().plus(call.cloud().options().tokenProcessing()))) {
            throw new ApiError(403, "LastTokenProcessing", "The last request with the token is still being processed.");
        }
        return Optional.of(Answer.of(use.answer().deepCopy()));
    }
}
