import Globe from '@lucide/svelte/icons/globe';
import Lock from '@lucide/svelte/icons/lock';
import UserCheck from '@lucide/svelte/icons/user-check';
import Users from '@lucide/svelte/icons/users';

/** What stands for those who see an album; as for photos. */
export const audienceIcons = { private: Lock, members: UserCheck, friends: Users, public: Globe };
