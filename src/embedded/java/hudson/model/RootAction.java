package hudson.model;

import hudson.ExtensionPoint;
import jenkins.management.Badge;

/** A page below Jenkins' root, with an entry on its start page. */
public interface RootAction extends Action, ExtensionPoint {
    /** @return what is shown beside the entry; null for nothing */
    default Badge getBadge() {
        return null;
    }

    /** @return whether it stands in the header of every page */
    default boolean isPrimaryAction() {
        return false;
    }
}
