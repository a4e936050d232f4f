global using PoliceSocial.Connectors.Sdk;
global using PoliceSocial.Contracts.Channels;
global using PoliceSocial.Platform;
global using PoliceSocial.Platform.Access;
global using PoliceSocial.Platform.Acts;
global using PoliceSocial.Platform.Connectors;
global using PoliceSocial.Platform.Data;
