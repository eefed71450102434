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

var command = CommandTable.Find(args);
var settings = command is null ? args : args[1..];
try
{
    if (command is null && await Failures.ReportAsync(CommandLine.Errors(settings))) return 2;
    var builder = WebApplication.CreateSlimBuilder(settings);
    builder.Configuration.AddDefaultSettings();
    builder.WebHost.UseKestrelHttpsConfiguration();
    builder.Services
        .AddReceive(builder.Configuration)
        .AddDecode(builder.Configuration)
        .AddRecognise(builder.Configuration)
        .AddDerive(builder.Configuration)
        .AddStore(builder.Configuration)
        .AddStopDeadline()
        .AddPublish(builder.Configuration)
        .AddPipeline(builder.Configuration)
        .AddQuery(builder.Configuration)
        .AddDiagnostics(builder.Configuration);

    if (command is not null) return await command.RunAsync(new CommandContext(builder.Services, args, Console.Out, Console.Error), CancellationToken.None);
    if (await Failures.ReportAsync(StartErrors.Of(builder.Services))) return 1;

    var app = builder.Build();
    app.MapReceive();
    app.UseWebSockets();
    app.UseQuery();
    ProbeEndpoints.Map(app);
    app.MapPublish().WithMetadata(ApiDescriptions.Stream);
    app.MapQuery();
    await app.RunAsync();
    return Environment.ExitCode;
}
catch (OperationCanceledException)
{
    // Stop was requested before startup completed.
    return Environment.ExitCode;
}
catch (Exception exception) when (Failures.LineOf(exception) is { } line)
{
    await Failures.ReportAsync([line]);
    return 1;
}
