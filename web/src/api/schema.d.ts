export interface paths {
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes my account for good, with every photo, comment, like and message */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /** Changes what others see of my account, and the usual audience of my photos */
        patch: operations["editProfile"];
        trace?: never;
    };
    "/api/account/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads everything of mine as a zip */
        get: operations["downloadAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes the password and ends all other sessions */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists my sessions, the one last used first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Ends all sessions, this one too, and forgets all devices */
        delete: operations["endAllSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a session */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a session */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends this session */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads my own account */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells whose session this is, if it is one
         * @description What a page asks first, which does not know whether its browser has a session.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an account and opens a session */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the people whom I block, latest first */
        get: operations["listBlockedPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blocks/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Blocks a person: neither sees anything of the other any more */
        put: operations["blockPerson"];
        post?: never;
        /** Ends a block */
        delete: operations["unblockPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists my conversations with their last messages, newest first */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts the messages that I have not read */
        get: operations["countUnreadMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what has happened after an event; without `after`, tells where to begin */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells how far I have looked at Home, on any device */
        get: operations["getFeedSeen"];
        /** Marks Home as seen up to a photo; only ever moves forward */
        put: operations["markFeedSeen"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/friends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists my friends by name */
        get: operations["listFriends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/friends/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks somebody to be friends, or accepts the request that they have sent already */
        post: operations["sendFriendRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/friends/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the requests that wait for my answer, newest first */
        get: operations["listFriendRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/friends/requests/sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists my requests that wait for an answer, newest first */
        get: operations["listSentFriendRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/friends/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes back a request of mine that was not answered */
        delete: operations["withdrawFriendRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/friends/respond": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts or declines a request */
        post: operations["respondToFriendRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/friends/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a friendship */
        delete: operations["endFriendship"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells whether people can be served */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells whether this process takes requests, whatever its stores do
         * @description Putting another one in its place would not bring a store back.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists my invitations, newest first */
        get: operations["listInvites"];
        put?: never;
        /** Makes an invitation: who signs up with it becomes my friend */
        post: operations["createInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an invitation back */
        delete: operations["deleteInvite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invites/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells who has sent an invitation, to anybody who has its link */
        get: operations["getInviter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the messages with a person, oldest first
         * @description Without `limit` or a place, the latest 200: what programs that ask every few seconds expect.
         */
        get: operations["listMessages"];
        put?: never;
        /** Sends a message to a friend; the same `client_id` never makes a second one */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks the messages of a person as read, up to one of them or all */
        post: operations["markMessagesRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a message of mine, for both */
        delete: operations["deleteMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists my notifications, newest first; those of one kind about one photo are one */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks all notifications as read */
        post: operations["markNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts the notifications that I have not seen */
        get: operations["countUnreadNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists photos, newest first */
        get: operations["listPhotos"];
        put?: never;
        /** Uploads a photo */
        post: operations["uploadPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a photo */
        get: operations["getPhoto"];
        put?: never;
        post?: never;
        /** Deletes a photo for good, with its comments and likes */
        delete: operations["deletePhoto"];
        options?: never;
        head?: never;
        /** Changes what is said of a photo, and who may see it */
        patch: operations["editPhoto"];
        trace?: never;
    };
    "/api/photos/{id}/image/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads the image of a photo in one of its sizes */
        get: operations["getImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{id}/like": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Likes a photo; does nothing if I like it already */
        put: operations["likePhoto"];
        /** Likes a photo, or takes the like back */
        post: operations["toggleLike"];
        /** Takes a like back; does nothing if there is none */
        delete: operations["unlikePhoto"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{id}/likes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the people who like a photo, latest first */
        get: operations["listLikers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{photoId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the comments on a photo, oldest first */
        get: operations["listComments"];
        put?: never;
        /** Adds a comment to a photo */
        post: operations["addComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{photoId}/comments/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a comment: its author may, and the owner of the photo */
        delete: operations["deleteComment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells what this place is, to anybody */
        get: operations["getPlace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the topics of the photos that I may see, by name */
        get: operations["listTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts an upload straight to the store, where there is one that takes it */
        post: operations["startUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a direct upload and makes the photo */
        post: operations["completeUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists people whose username or name begins with `q`; nobody without it */
        get: operations["searchPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finds a person by their username
         * @description Who is blocked by somebody learns no more of them than that there is such a name: not even that they are blocked.
         */
        get: operations["lookUpPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/profile-picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes my profile picture */
        post: operations["changeProfilePicture"];
        /** Removes my profile picture */
        delete: operations["removeProfilePicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/profile-picture/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a profile picture */
        get: operations["getProfilePicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Actor: {
            /** Format: int64 */
            id: number;
            username: string;
        };
        AddCommentRequest: {
            client_id?: string | null;
            text?: string | null;
        };
        BlockedPerson: {
            /** Format: int64 */
            id: number;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            since: number;
            username: string;
        };
        ChangePasswordRequest: {
            current_password?: string | null;
            new_password?: string | null;
        };
        /** @description A comment as clients get it. */
        Comment: {
            client_id: string | null;
            comment_id: string;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            created_at: number;
            deleted: boolean;
            photo_id: string;
            text: string;
            /** Format: int64 */
            user_id: number;
            /** Format: uri-reference */
            user_picture_url: string | null;
            username: string;
        };
        CompleteUploadRequest: {
            /** @enum {string|null} */
            audience?: "public" | "friends" | "private" | null;
            caption?: string | null;
            file_name?: string | null;
            parts?: components["schemas"]["UploadedPart"][] | null;
            tags?: string[] | null;
            topic?: string | null;
        };
        Conversation: {
            friends: boolean;
            last_message: components["schemas"]["Message"] | null;
            /** Format: uri-reference */
            picture_url: string | null;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            read_until: number;
            /** Format: int64 */
            unread: number;
            /** Format: int64 */
            user_id: number;
            username: string;
        };
        CreateInviteRequest: {
            /**
             * Format: int64
             * @description milliseconds since 1970; without, never
             */
            expires_at?: number | null;
            /**
             * Format: int64
             * @description how many people may sign up with it; without, any number
             */
            uses?: number | null;
        };
        CurrentSession: {
            account: components["schemas"]["Me"] | null;
        };
        DeleteAccountRequest: {
            password?: string | null;
        };
        DeletedPhoto: {
            photo_id: string;
        };
        /** @description What an edit changes; null leaves a part as it is. */
        EditPhotoRequest: {
            alt?: string | null;
            /** @enum {string|null} */
            audience?: "public" | "friends" | "private" | null;
            caption?: string | null;
            tags?: string[] | null;
            topic?: string | null;
        };
        /** @description What an edit changes; null leaves a part as it is. */
        EditProfileRequest: {
            bio?: string | null;
            /** @enum {string|null} */
            default_audience?: "public" | "friends" | "private" | null;
            name?: string | null;
        };
        /** @description Something a person is told. */
        Event: {
            /**
             * Format: int64
             * @description milliseconds since 1970
             */
            at: number;
            /** @description JSON; in the log it holds ids alone */
            data: Record<string, never>;
            /**
             * Format: int64
             * @description its place in the log, null when it is not kept
             */
            id?: number;
            type: string;
        };
        FeedSeen: {
            /**
             * Format: int64
             * @description milliseconds since 1970: everything up to then was seen
             */
            seen_until: number;
        };
        Friend: {
            /** Format: int64 */
            id: number;
            name: string;
            /** Format: uri-reference */
            picture_url: string | null;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            since: number;
            username: string;
        };
        /** @description One person asked another; `createdAt` in milliseconds since 1970. */
        FriendRequest: {
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            created_at: number;
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            receiver_id: number;
            /** Format: uri-reference */
            receiver_picture_url: string | null;
            receiver_username: string;
            /** Format: int64 */
            requester_id: number;
            /** Format: uri-reference */
            requester_picture_url: string | null;
            requester_username: string;
            /** @enum {string} */
            status: "pending" | "accepted" | "declined";
        };
        HealthReport: {
            /**
             * @description `ok`, or `degraded` when something is down that people can do without
             * @enum {string}
             */
            status: "ok" | "degraded" | "down";
            /** @description `ok` or `down`, by name */
            stores: {
                [key: string]: "ok" | "degraded" | "down";
            };
            /** @description the one that runs here */
            version: string;
        };
        Invite: {
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            created_at: number;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            expires_at: number | null;
            /** Format: int64 */
            id: number;
            token: string;
            /** Format: uri-reference */
            url: string;
            /** Format: int64 */
            used: number;
            /** Format: int64 */
            uses: number | null;
        };
        /** @description What whoever has the link is told: who invites. */
        Inviter: {
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            expires_at: number | null;
            name: string;
            /** Format: int64 */
            user_id: number;
            username: string;
        };
        /** @description The newest comment, as a card shows it. */
        LatestComment: {
            comment_id: string;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            created_at: number;
            text: string;
            /** Format: int64 */
            user_id: number;
            username: string;
        };
        /** @description Somebody who likes it; `likedAt` in milliseconds since 1970. */
        Liker: {
            /** Format: int64 */
            id: number;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            liked_at: number;
            username: string;
        };
        /** @description How many like it now, and whether the one who asks does. */
        Likes: {
            liked: boolean;
            /** Format: int64 */
            likes: number;
        };
        Liveness: {
            /**
             * @description `ok`
             * @enum {string}
             */
            status: "ok" | "degraded" | "down";
        };
        LogInRequest: {
            password?: string | null;
            username?: string | null;
        };
        MarkFeedSeenRequest: {
            photo_id?: string | null;
        };
        MarkMessagesReadRequest: {
            message_id?: string | null;
            /** Format: int64 */
            user_id?: number | null;
        };
        /** @description What a person is told about their own account. */
        Me: {
            bio: string;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            created_at: number;
            /** @enum {string} */
            default_audience: "public" | "friends" | "private";
            email: string;
            /** Format: int64 */
            id: number;
            name: string;
            /** Format: uri-reference */
            picture_url: string | null;
            username: string;
        };
        /** @description A message as clients get it. */
        Message: {
            client_id: string | null;
            deleted: boolean;
            /** Format: int64 */
            from_user_id: number;
            from_username: string;
            message_id: string;
            photo: components["schemas"]["Photo"] | null;
            /** @description one was attached that this reader cannot see (any more) */
            photo_gone: boolean;
            photo_id: string | null;
            text: string;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            timestamp: number;
            /** Format: int64 */
            to_user_id: number;
        };
        MissedEvents: {
            events: components["schemas"]["Event"][];
            /**
             * Format: int64
             * @description what to ask with next time
             */
            last_id: number;
        };
        NewFriendRequest: {
            /** Format: int64 */
            user_id?: number | null;
            username?: string | null;
        };
        Notification: {
            actors: components["schemas"]["Actor"][];
            /**
             * Format: int64
             * @description how many people; the newest of them are in `actors`
             */
            count: number;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            created_at: number;
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            kind: "friend_request" | "friend_accepted" | "photo_liked" | "photo_commented" | "mention" | "new_device";
            photo_id: string | null;
            read: boolean;
            text: string;
            /** Format: uri-reference */
            thumbnail_url: string | null;
        };
        Person: {
            /** Format: int64 */
            id: number;
            name: string;
            /** Format: uri-reference */
            picture_url: string | null;
            username: string;
        };
        /** @description A photo as clients get it. */
        Photo: {
            /** @description what is seen on it, for people who cannot see it: at most 1,000 characters, empty when nobody said it */
            alt: string;
            /** @description its original moves */
            animated: boolean;
            /** @enum {string} */
            audience: "public" | "friends" | "private";
            /**
             * Format: int64
             * @description size of the original
             */
            bytes: number;
            /** @description at most 2,000 characters, empty when there is none */
            caption: string;
            /** Format: int64 */
            comment_count: number;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            created_at: number;
            /** @description part of the picture is missing from the file */
            damaged: boolean;
            /** @enum {string} */
            format: "jpeg" | "png" | "gif" | "webp" | "avif" | "heic" | "tiff";
            /**
             * Format: int32
             * @description in pixels, after its orientation is applied
             */
            height: number;
            /** Format: uri-reference */
            image_url: string;
            /** Format: uri-reference */
            large_url: string;
            latest_comment: components["schemas"]["LatestComment"] | null;
            liked: boolean;
            /** Format: int64 */
            likes: number;
            /** Format: uri-reference */
            medium_url: string;
            photo_id: string;
            /** @description ThumbHash, base64 */
            placeholder: string;
            /** Format: uri-reference */
            small_url: string;
            srcset: string;
            /** @description at most 30 of at most 50 characters, lower case, without `#`, none twice */
            tags: string[];
            /** Format: uri-reference */
            thumbnail_url: string;
            /** @description at most 60 characters, empty when there is none */
            topic: string;
            /** Format: int64 */
            user_id: number;
            /** Format: uri-reference */
            user_picture_url: string | null;
            username: string;
            /**
             * Format: int32
             * @description in pixels, after its orientation is applied
             */
            width: number;
        };
        Place: {
            /** @description photos of this kind are read here; else they had better be sent as JPEG */
            heic: boolean;
            /** @description nothing here is shown to people without an account */
            members_only: boolean;
            /**
             * @description who may sign up
             * @enum {string}
             */
            sign_up: "open" | "invite" | "closed";
        };
        /** @description A Problem as it goes over the wire (`application/problem+json`). */
        Problem: {
            code: string;
            detail: string;
            field?: string;
            message: string;
            request_id: string;
            /** Format: int32 */
            status: number;
            title: string;
            type: string;
        };
        /** @description What somebody signed in may know of a person. */
        Profile: {
            bio: string;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            created_at: number;
            /** @enum {string} */
            friendship: "self" | "none" | "requested" | "asked" | "friends" | "blocked";
            /** Format: int64 */
            id: number;
            name: string;
            /**
             * Format: int64
             * @description how many photos of theirs the asker may see
             */
            photo_count: number;
            /** Format: uri-reference */
            picture_url: string | null;
            /**
             * Format: int64
             * @description the friend request between us that waits for an answer, if one does
             */
            request_id: number | null;
            username: string;
        };
        ProfilePicture: {
            /** Format: uri-reference */
            full_url: string;
            /** Format: uri-reference */
            picture_url: string | null;
        };
        RespondToFriendRequest: {
            accept?: boolean | null;
            /** Format: int64 */
            request_id?: number | null;
        };
        SendMessageRequest: {
            client_id?: string | null;
            photo_id?: string | null;
            text?: string | null;
            /** Format: int64 */
            to_user_id?: number | null;
        };
        Session: {
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            created_at: number;
            current: boolean;
            device: string;
            /** @description enough of the session's hash to name it, too little to be it */
            id: string;
            /**
             * Format: int64
             * @description milliseconds since 1970 (UTC)
             */
            last_used_at: number;
        };
        /** @description What somebody says who wants an account. */
        SignUpRequest: {
            email?: string | null;
            /** @description the token of an invitation */
            invite?: string | null;
            password?: string | null;
            username?: string | null;
        };
        StartUploadRequest: {
            /**
             * Format: int64
             * @description in bytes
             */
            size?: number | null;
        };
        /** @description Where to send the parts, each of `partSize` bytes but the last. */
        StartedUpload: {
            /** Format: int64 */
            part_size: number;
            upload_id: string;
            urls: string[];
        };
        Topic: {
            /** Format: int64 */
            count: number;
            cover_photo_id: string;
            /** Format: uri-reference */
            cover_url: string;
            topic: string;
        };
        UnreadMessages: {
            /** Format: int64 */
            unread: number;
        };
        UnreadNotifications: {
            /** Format: int64 */
            unread: number;
        };
        UploadedPart: {
            etag?: string | null;
            /** Format: int32 */
            number: number;
        };
    };
    responses: {
        /** @description What went wrong, and what to do about it. */
        problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
        "Lumina-User": number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    deleteAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteAccountRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    editProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditProfileRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    downloadAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            default: components["responses"]["problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    endAllSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentSession"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    listBlockedPeople: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedPerson"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    blockPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                userId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    unblockPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                userId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    countUnreadMessages: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadMessages"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissedEvents"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    getFeedSeen: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedSeen"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    markFeedSeen: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkFeedSeenRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedSeen"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    listFriends: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Friend"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    sendFriendRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFriendRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FriendRequest"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    listFriendRequests: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FriendRequest"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    listSentFriendRequests: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FriendRequest"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    withdrawFriendRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    respondToFriendRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RespondToFriendRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FriendRequest"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    endFriendship: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                userId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthReport"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    listInvites: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invite"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    createInvite: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateInviteRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invite"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    deleteInvite: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    getInviter: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inviter"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    listMessages: {
        parameters: {
            query: {
                user_id: number;
                /** @description the id of a message: those just before it */
                before?: string;
                /** @description the id of a message, or a time in milliseconds: those after it */
                after?: string;
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessageRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    markMessagesRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkMessagesReadRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    deleteMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    markNotificationsRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    countUnreadNotifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadNotifications"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    listPhotos: {
        parameters: {
            query?: {
                scope?: "home" | "profile" | "all";
                user_id?: number;
                view_as?: "friend" | "public";
                topic?: string;
                tag?: string;
                q?: string;
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    uploadPhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @enum {string} */
                    audience?: "public" | "friends" | "private";
                    caption?: string;
                    /** Format: binary */
                    photo: string;
                    tags?: string[];
                    topic?: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    getPhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    deletePhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedPhoto"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    editPhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPhotoRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    getImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: string;
                size: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description changes with the image */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description A range */
            206: {
                headers: {
                    /** @description changes with the image */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    /** @description changes with the image */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    likePhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Likes"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    toggleLike: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Likes"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    unlikePhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Likes"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    listLikers: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liker"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    listComments: {
        parameters: {
            query?: {
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                photoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    addComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                photoId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCommentRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    deleteComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                photoId: string;
                commentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    getPlace: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Place"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    listTopics: {
        parameters: {
            query?: {
                q?: string;
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    startUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartUploadRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedUpload"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    completeUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteUploadRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    searchPeople: {
        parameters: {
            query?: {
                q?: string;
                /** @description how many items at most */
                limit?: number;
                /** @description where to go on, from the `Link` header of the page before */
                cursor?: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description the next page, `rel="next"`; none on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"][];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    lookUpPerson: {
        parameters: {
            query: {
                username: string;
            };
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    changeProfilePicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    photo: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfilePicture"];
                };
            };
            default: components["responses"]["problem"];
        };
    };
    removeProfilePicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
    getProfilePicture: {
        parameters: {
            query?: never;
            header?: {
                /** @description for whom a page believes to speak: 401 `other_account` if the session is somebody else's */
                "Lumina-User"?: components["parameters"]["Lumina-User"];
            };
            path: {
                id: number;
                size: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description changes with the image */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description A range */
            206: {
                headers: {
                    /** @description changes with the image */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    /** @description changes with the image */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["problem"];
        };
    };
}
