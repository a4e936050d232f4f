using PoliceSocial.Bench;

return await BenchCommand.RunAsync(args);
