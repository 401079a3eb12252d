package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Item;

/** Told of what becomes of jobs and folders. */
public class ItemListener implements ExtensionPoint {
    /** All items and the queue are there. */
    public void onLoaded() {}

    /** An item is gone, with its files. */
    public void onDeleted(Item item) {}

    /** An item has another full name. */
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {}

    public static ExtensionList<ItemListener> all() {
        return ExtensionList.lookup(ItemListener.class);
    }
}
