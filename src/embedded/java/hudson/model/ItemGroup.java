package hudson.model;

import java.io.File;
import java.util.Collection;
import jenkins.model.FullyNamed;
import jenkins.model.FullyNamedModelObject;

/** Something that contains items. */
public interface ItemGroup<T extends Item> extends PersistenceRoot, FullyNamed, FullyNamedModelObject {
    Collection<T> getItems();

    /** @return the URL below Jenkins' root, ending with a slash unless it is empty */
    String getUrl();

    String getUrlChildPrefix();

    /** @return null if there is none of this name */
    T getItem(String name);

    File getRootDirFor(T child);
}
