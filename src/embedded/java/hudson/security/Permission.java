package hudson.security;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;

/** Something a user may be allowed to do. */
public final class Permission {
    private static final List<Permission> ALL = new CopyOnWriteArrayList<>();

    public static final PermissionGroup HUDSON_PERMISSIONS = new PermissionGroup(
            "hudson.model.Hudson", null, new Localizable(ResourceBundleHolder.get(PermissionGroup.class), "overall"));
    public static final Permission HUDSON_ADMINISTER = new Permission(HUDSON_PERMISSIONS, "Administer", null, null);

    public static final PermissionGroup GROUP = new PermissionGroup(
            Permission.class, new Localizable(ResourceBundleHolder.get(PermissionGroup.class), "generic"));
    public static final Permission FULL_CONTROL = generic("FullControl", HUDSON_ADMINISTER);
    public static final Permission READ = generic("GenericRead", HUDSON_ADMINISTER);
    public static final Permission WRITE = generic("GenericWrite", HUDSON_ADMINISTER);
    public static final Permission CREATE = generic("GenericCreate", WRITE);
    public static final Permission UPDATE = generic("GenericUpdate", WRITE);
    public static final Permission DELETE = generic("GenericDelete", WRITE);
    public static final Permission CONFIGURE = generic("GenericConfigure", UPDATE);

    public final Class<?> owner;
    public final PermissionGroup group;
    /** Unique within the group. */
    public final String name;
    /** Null if there is nothing to say. */
    public final Localizable description;
    /** Whoever has that permission has this one; null at the top. */
    public final Permission impliedBy;

    public boolean enabled;

    public Permission(
            PermissionGroup group,
            String name,
            Localizable description,
            Permission impliedBy,
            boolean enable,
            PermissionScope[] scopes) {
        this.owner = group.owner;
        this.group = group;
        this.name = name;
        this.description = description;
        this.impliedBy = impliedBy;
        this.enabled = enable;
        group.add(this);
        ALL.add(this);
    }

    public Permission(
            PermissionGroup group, String name, Localizable description, Permission impliedBy, PermissionScope scope) {
        this(group, name, description, impliedBy, true, new PermissionScope[] {scope});
    }

    public Permission(PermissionGroup group, String name, Localizable description, Permission impliedBy) {
        this(group, name, description, impliedBy, PermissionScope.JENKINS);
    }

    private static Permission generic(String name, Permission impliedBy) {
        return new Permission(GROUP, name, null, impliedBy);
    }

    /** @return the owner's class name and the name, with a dot between */
    public String getId() {
        return group.ownerClassName() + '.' + name;
    }

    public boolean getEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enable) {
        enabled = enable;
    }

    public static List<Permission> getAll() {
        return List.copyOf(ALL);
    }

    /** @return null if there is no such permission */
    public static Permission fromId(String id) {
        return ALL.stream().filter(each -> each.getId().equals(id)).findFirst().orElse(null);
    }

    @Override
    public String toString() {
        return "Permission[" + group.ownerClassName() + ',' + name + ']';
    }
}
