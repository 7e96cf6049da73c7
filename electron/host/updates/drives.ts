/** Removable drives, as the system has mounted them: each a folder in a folder (B2). Nothing on them is opened or run here. */
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** What is beyond is not looked at: no kiosk has so many sockets. */
const MOST_DRIVES = 16;

/** The folders of the drives that are plugged in, by name; links are passed over. A folder that is not there has none. */
export const findDrives = async (folder: string): Promise<readonly string[]> => {
  const drives: string[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && (await lstat(path)).isDirectory()) drives.push(path);
      if (drives.length === MOST_DRIVES) break;
    }
  } catch {
    // A drive that is pulled out takes its folder with it.
    return drives.sort();
  }
  return drives.sort();
};
