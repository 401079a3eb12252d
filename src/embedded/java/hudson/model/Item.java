package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.FullyNamed;
import jenkins.model.FullyNamedModelObject;
import jenkins.model.Named;
import org.jvnet.localizer.Localizable;
import org.jvnet.localizer.ResourceBundleHolder;

/** A job or a folder. */
public interface Item extends PersistenceRoot, FullyNamedModelObject, FullyNamed, Named, AccessControlled {
    PermissionGroup PERMISSIONS =
            new PermissionGroup(Item.class, new Localizable(ResourceBundleHolder.get(PermissionGroup.class), "job"));
    Permission CREATE = itemPermission("Create", Permission.CREATE);
    Permission DELETE = itemPermission("Delete", Permission.DELETE);
    Permission CONFIGURE = itemPermission("Configure", Permission.CONFIGURE);
    Permission READ = itemPermission("Read", Permission.READ);
    Permission DISCOVER = itemPermission("Discover", READ);
    Permission EXTENDED_READ = itemPermission("ExtendedRead", CONFIGURE);
    Permission BUILD = itemPermission("Build", Permission.UPDATE);
    Permission WORKSPACE = itemPermission("Workspace", Permission.READ);
    Permission CANCEL = itemPermission("Cancel", Permission.UPDATE);

    private static Permission itemPermission(String name, Permission impliedBy) {
        return new Permission(PERMISSIONS, name, null, impliedBy, true, new PermissionScope[] {PermissionScope.ITEM});
    }

    ItemGroup<? extends Item> getParent();

    Collection<? extends Job> getAllJobs();

    @Override
    String getName();

    /** @return the names from the top down, with slashes between */
    @Override
    String getFullName();

    @Override
    String getDisplayName();

    @Override
    String getFullDisplayName();

    /** @return the URL below Jenkins' root, ending with a slash */
    String getUrl();

    /** @return the URL below the parent, ending with a slash */
    String getShortUrl();

    /** Called once after the item was read from the disk. */
    void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException;

    void delete() throws IOException, InterruptedException;
}
