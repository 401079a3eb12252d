package hudson.security;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jvnet.localizer.Localizable;

/** Permissions that belong together. */
public final class PermissionGroup implements Iterable<Permission> {
    public final Class<?> owner;
    public final Localizable title;
    private final String id;
    private final List<Permission> permissions = new CopyOnWriteArrayList<>();

    public PermissionGroup(Class<?> owner, Localizable title) {
        this(owner.getName(), owner, title);
    }

    /** @param id the name to use instead of the owner's */
    public PermissionGroup(String id, Class<?> owner, Localizable title) {
        this.id = id;
        this.owner = owner;
        this.title = title;
    }

    String ownerClassName() {
        return id;
    }

    public String getId() {
        return id;
    }

    void add(Permission permission) {
        permissions.add(permission);
    }

    public List<Permission> getPermissions() {
        return List.copyOf(permissions);
    }

    @Override
    public Iterator<Permission> iterator() {
        return permissions.iterator();
    }

    @Override
    public String toString() {
        return "PermissionGroup[" + id + ']';
    }
}
