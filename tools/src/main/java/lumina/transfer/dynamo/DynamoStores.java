package lumina.transfer.dynamo;

import lumina.account.UserStore;
import lumina.photo.PhotoRows;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// DynamoDB, and the people and photos in MySQL that its items refer to.
@Component
@ConditionalOnNotWebApplication
@CloudBackend
record DynamoStores(Dynamo dynamo, UserStore users, PhotoRows photos) {}
