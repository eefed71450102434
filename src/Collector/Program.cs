using Tidemark.Collector.Decode;
using Tidemark.Collector.Derive;
using Tidemark.Collector.Diagnostics;
using Tidemark.Collector.Diagnostics.Commands;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Query;
using Tidemark.Collector.Query.OpenApi;
using Tidemark.Collector.Receive;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Store;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Configuration.AddDefaultSettings();
builder.WebHost.UseKestrelHttpsConfiguration();
builder.Services
    .AddReceive(builder.Configuration)
    .AddDecode(builder.Configuration)
    .AddRecognise(builder.Configuration)
    .AddDerive(builder.Configuration)
    .AddStore(builder.Configuration)
    .AddPublish(builder.Configuration)
    .AddPipeline(builder.Configuration)
    .AddQuery(builder.Configuration)
    .AddDiagnostics(builder.Configuration);

if (CommandTable.Find(args) is { } command) return await command.RunAsync(new CommandContext(builder.Services, args, Console.Out), CancellationToken.None);
if (ConfigurationErrors.Of(builder.Services) is { Count: > 0 } errors)
{
    foreach (var error in errors) await Console.Error.WriteLineAsync(error);
    return 1;
}

var app = builder.Build();
app.MapReceive();
app.UseWebSockets();
app.UseQuery();
HealthEndpoints.Map(app);
app.MapPublish().WithMetadata(ApiDescriptions.Stream);
app.MapQuery();
await app.RunAsync();
return Environment.ExitCode;
