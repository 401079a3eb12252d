package jenkins.model;

import hudson.DescriptorExtensionList;
import hudson.ExtensionList;
import hudson.Plugin;
import hudson.ProxyConfiguration;
import hudson.model.Action;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.DescriptorByNameOwner;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Queue;
import hudson.model.TopLevelItem;
import hudson.model.UserProperty;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.SecurityRealm;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The controller. There is at most one at a time. */
public class Jenkins implements ItemGroup<TopLevelItem>, AccessControlled, DescriptorByNameOwner {
    /** The version of Jenkins that the stand-in imitates. */
    public static String VERSION = "2.541.3";

    public static final PermissionGroup PERMISSIONS = Permission.HUDSON_PERMISSIONS;
    public static final Permission ADMINISTER = Permission.HUDSON_ADMINISTER;
    public static final Permission MANAGE = new Permission(PERMISSIONS, "Manage", null, ADMINISTER);
    public static final Permission SYSTEM_READ = new Permission(PERMISSIONS, "SystemRead", null, ADMINISTER);
    public static final Permission READ = new Permission(PERMISSIONS, "Read", null, ADMINISTER);
    public static final Authentication ANONYMOUS2 = new UsernamePasswordAuthenticationToken("anonymous", "", List.of());

    private static volatile Jenkins theInstance;

    /** JENKINS_HOME. */
    public final transient File root;
    /** Null when the outside is reached directly. */
    public volatile ProxyConfiguration proxy;

    private final transient Queue queue = new Queue(this::start);
    private final transient Map<String, Map<Class<?>, UserProperty>> userProperties = new ConcurrentHashMap<>();
    private final transient InstanceSecrets secrets;
    private final transient ExtensionRegistry registry;
    private final transient Map<Class<?>, ExtensionList<?>> extensionLists = new ConcurrentHashMap<>();
    private final transient Map<String, TopLevelItem> items = new ConcurrentSkipListMap<>();
    private transient AuthorizationStrategy authorizationStrategy = AuthorizationStrategy.UNSECURED;
    private transient SecurityRealm securityRealm = SecurityRealm.NO_AUTHENTICATION;
    private transient String rootUrl;
    private transient volatile boolean terminating;

    /**
     * Becomes the instance that {@link #get} answers with.
     *
     * @param context not used
     * @throws IllegalStateException if there is an instance already
     */
    protected Jenkins(File root, ServletContext context) throws IOException {
        this.root = root;
        this.secrets = InstanceSecrets.in(root);
        this.registry = new ExtensionRegistry(Jenkins.class.getClassLoader());
        synchronized (Jenkins.class) {
            if (theInstance != null) {
                throw new IllegalStateException("second instance");
            }
            theInstance = this;
        }
    }

    /** @throws IllegalStateException if Jenkins has not been started or was shut down */
    public static Jenkins get() throws IllegalStateException {
        Jenkins instance = theInstance;
        if (instance == null) {
            throw new IllegalStateException("Jenkins.instance is missing");
        }
        return instance;
    }

    /** @return null before the start and after the end */
    public static Jenkins getInstanceOrNull() {
        return theInstance;
    }

    /** Ends this instance: the next one may be started. */
    public void cleanUp() {
        terminating = true;
        synchronized (Jenkins.class) {
            if (theInstance == this) {
                theInstance = null;
            }
        }
    }

    public boolean isTerminating() {
        return terminating;
    }

    /** @return who the current thread acts for; anonymous if nobody was named */
    public static Authentication getAuthentication2() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? ANONYMOUS2 : authentication;
    }

    @SuppressWarnings("unchecked") // keyed by the type
    public <T> ExtensionList<T> getExtensionList(Class<T> extensionType) {
        return (ExtensionList<T>)
                extensionLists.computeIfAbsent(extensionType, type -> new ExtensionList<>(this, extensionType) {
                    @Override
                    protected List<T> load() {
                        return registry.find(extensionType);
                    }
                });
    }

    public <T extends Describable<T>, D extends Descriptor<T>> DescriptorExtensionList<T, D> getDescriptorList(
            Class<T> type) {
        return DescriptorExtensionList.createDescriptorList(this, type);
    }

    /** @param id the id of a descriptor or the simple name of the class it describes; null if there is none */
    public Descriptor getDescriptor(String id) {
        Descriptor<?> bySimpleName = null;
        for (Descriptor<?> each : descriptors()) {
            if (each.getId().equals(id)) {
                return each;
            }
            if (each.clazz.getSimpleName().equals(id)) {
                bySimpleName = each;
            }
        }
        return bySimpleName;
    }

    @Override
    public Descriptor getDescriptorByName(String id) {
        return getDescriptor(id);
    }

    /** @return the descriptor of exactly this class, or null */
    public Descriptor getDescriptor(Class<? extends Describable> type) {
        for (Descriptor<?> each : descriptors()) {
            if (each.clazz == type) {
                return each;
            }
        }
        return null;
    }

    /** @throws AssertionError if no descriptor is registered for the class */
    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        Descriptor<?> descriptor = getDescriptor(type);
        if (descriptor == null) {
            throw new AssertionError(type + " is missing its descriptor");
        }
        return descriptor;
    }

    /** @return the descriptor of this type, or null */
    public <T extends Descriptor> T getDescriptorByType(Class<T> type) {
        for (Descriptor<?> each : descriptors()) {
            if (each.getClass() == type) {
                return type.cast(each);
            }
        }
        return null;
    }

    private ExtensionList<Descriptor> descriptors() {
        return getExtensionList(Descriptor.class);
    }

    @Override
    public File getRootDir() {
        return root;
    }

    /** @return the secret that is unique to this installation, in hexadecimal digits */
    public String getLegacyInstanceId() {
        return secrets.instanceId();
    }

    /** @return the address for other machines, ending with a slash, or null if it is not known */
    public String getRootUrl() {
        return rootUrl;
    }

    protected void setRootUrl(String rootUrl) {
        this.rootUrl = rootUrl;
    }

    /** @return null: the stand-in has no plugins but the one it runs */
    public Plugin getPlugin(String shortName) {
        return null;
    }

    public ProxyConfiguration getProxy() {
        return proxy;
    }

    public void setProxy(ProxyConfiguration proxy) {
        this.proxy = proxy;
    }

    @Override
    public ACL getACL() {
        return authorizationStrategy.getRootACL();
    }

    public AuthorizationStrategy getAuthorizationStrategy() {
        return authorizationStrategy;
    }

    public void setAuthorizationStrategy(AuthorizationStrategy a) {
        authorizationStrategy = a;
    }

    public SecurityRealm getSecurityRealm() {
        return securityRealm;
    }

    public void setSecurityRealm(SecurityRealm securityRealm) {
        this.securityRealm = securityRealm;
    }

    @Override
    public List<TopLevelItem> getItems() {
        return List.copyOf(items.values());
    }

    /** @return null if there is none of this name */
    @Override
    public TopLevelItem getItem(String name) {
        return items.get(name);
    }

    /**
     * @return null if there is no such item, or the current user may not know of it
     * @throws AccessDeniedException if the current user may know of it and no more
     */
    public Item getItemByFullName(String fullName) {
        Item item = items.get(fullName);
        if (item != null && !item.hasPermission(Item.READ)) {
            if (item.hasPermission(Item.DISCOVER)) {
                throw new AccessDeniedException("Please login to access job " + fullName);
            }
            return null;
        }
        return item;
    }

    /** @return null if there is no such item of this type, or the current user may not see it */
    public <T extends Item> T getItemByFullName(String fullName, Class<T> type) {
        Item item = getItemByFullName(fullName);
        return type.isInstance(item) ? type.cast(item) : null;
    }

    /** @return null if there is no such item of this type at this place, or the current user may not see it */
    public final <T extends Item> T getItem(String pathName, ItemGroup context, Class<T> type) {
        return getItemByFullName(pathName.startsWith("/") ? pathName.substring(1) : pathName, type);
    }

    /** What a user has set, by type; kept in memory alone. */
    public Map<Class<?>, UserProperty> userProperties(String userId) {
        return userProperties.computeIfAbsent(userId, id -> new ConcurrentHashMap<>());
    }

    public Queue getQueue() {
        return queue;
    }

    /** Starts a build that waited in the queue. */
    protected void start(Queue.Task task, List<Action> actions) {
        throw new UnsupportedOperationException("nothing is built here");
    }

    /** Makes an item known, in place of any other of its name. */
    public void putItem(TopLevelItem item) throws IOException, InterruptedException {
        items.put(item.getName(), item);
    }

    @Override
    public File getRootDirFor(TopLevelItem child) {
        return new File(new File(root, "jobs"), child.getName());
    }

    @Override
    public String getFullName() {
        return "";
    }

    @Override
    public String getFullDisplayName() {
        return "";
    }

    @Override
    public String getDisplayName() {
        return "Jenkins";
    }

    @Override
    public String getUrl() {
        return "";
    }

    @Override
    public String getUrlChildPrefix() {
        return "job";
    }

    @Override
    public void save() throws IOException {}
}
