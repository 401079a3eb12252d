package hudson.model;

import hudson.XmlFile;
import hudson.security.ACL;
import hudson.util.XStream2;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import jenkins.model.Jenkins;

/** The common part of jobs and folders. */
public abstract class AbstractItem extends Actionable implements Item, DescriptorByNameOwner {
    protected transient String name;
    protected volatile String description;
    protected volatile String displayName;
    private transient ItemGroup<?> parent;

    protected AbstractItem(ItemGroup parent, String name) {
        this.parent = parent;
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDisplayName() {
        return displayName == null ? name : displayName;
    }

    @Override
    public final String getFullName() {
        String above = parent.getFullName();
        return above.isEmpty() ? name : above + '/' + name;
    }

    @Override
    public final String getFullDisplayName() {
        String above = parent.getFullDisplayName();
        return above.isEmpty() ? getDisplayName() : above + " » " + getDisplayName();
    }

    @Override
    public ItemGroup getParent() {
        return parent;
    }

    @Override
    public void onLoad(ItemGroup<? extends Item> newParent, String newName) throws IOException {
        this.parent = newParent;
        this.name = newName;
    }

    @Override
    @SuppressWarnings("unchecked") // an item always belongs into its own parent
    public File getRootDir() {
        return ((ItemGroup<Item>) parent).getRootDirFor(this);
    }

    @Override
    public final String getUrl() {
        return parent.getUrl() + getShortUrl();
    }

    /** @return the address for other machines; needs Jenkins' URL to be configured */
    public final String getAbsoluteUrl() {
        return Jenkins.get().getRootUrl() + getUrl();
    }

    @Override
    public String getShortUrl() {
        return parent.getUrlChildPrefix() + '/' + hudson.Util.rawEncode(name) + '/';
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) throws IOException {
        this.description = description;
        save();
    }

    public final XmlFile getConfigFile() {
        return new XmlFile(new XStream2(), new File(getRootDir(), "config.xml"));
    }

    @Override
    public synchronized void save() throws IOException {
        getConfigFile().write(this);
    }

    @Override
    public Collection<? extends Job> getAllJobs() {
        return this instanceof Job<?, ?> job ? List.of(job) : List.of();
    }

    @Override
    public void delete() throws IOException, InterruptedException {
        new hudson.FilePath(getRootDir()).deleteRecursive();
    }

    @Override
    public String toString() {
        return super.toString() + '[' + getFullName() + ']';
    }
}
