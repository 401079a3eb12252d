package io.jenkins.plugins.stackdeploy.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at up to 50 at once, as ListStacks does, and keeps count. */
class FakeLooker implements Looker {
    final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    volatile CloudException failure;

    @Override
    public int most() {
        return 50;
    }

    @Override
    public Map<String, Look> look(Collection<String> ids) throws CloudException {
        sizes.add(ids.size());
        CloudException failed = failure;
        if (failed != null) {
            throw failed;
        }
        Map<String, Look> seen = new LinkedHashMap<>();
        ids.forEach(id -> seen.put(id, new FakeWait.Seen(id)));
        return seen;
    }
}
