// An AppHost with a collector and an app that sends to it. Without containers: the collector is an executable with embedded PostgreSQL.
#if DEBUG
const string Collector = "../../src/Collector/bin/Debug/net10.0/collector.dll";
#else
const string Collector = "../../src/Collector/bin/Release/net10.0/collector.dll";
#endif

var builder = DistributedApplication.CreateBuilder(args);
var data = Directory.CreateDirectory(Path.Combine(builder.AppHostDirectory, builder.Configuration["Data"] ?? "../../.tidemark/aspire"));

var tidemark = builder.AddTidemarkExecutable("tidemark", Collector, data.FullName);
builder.AddProject<Projects.MinimalApi>("chat")
    .WithHttpEndpoint()
    .WithTidemark(tidemark);

await builder.Build().RunAsync();
