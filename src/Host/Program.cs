using PoliceSocial.Host;

return await HostCommand.RunAsync(args);
