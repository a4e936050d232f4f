global using PoliceSocial.Contracts;
global using PoliceSocial.Contracts.Evidence;
global using PoliceSocial.Contracts.Inbox;
global using PoliceSocial.Evidence.Model;
global using PoliceSocial.Platform;
global using PoliceSocial.Platform.Access;
global using PoliceSocial.Platform.Acts;
global using PoliceSocial.Platform.Data;
