using Tidemark.Collector.Decode;
using Tidemark.Collector.Derive;
using Tidemark.Collector.Diagnostics;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Query;
using Tidemark.Collector.Receive;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Store;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Configuration.AddDefaultSettings();
builder.WebHost.UseKestrelHttpsConfiguration();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services
    .AddReceive(builder.Configuration)
    .AddDecode(builder.Configuration)
    .AddRecognise(builder.Configuration)
    .AddDerive(builder.Configuration)
    .AddStore(builder.Configuration)
    .AddPublish(builder.Configuration)
    .AddPipeline(builder.Configuration)
    .AddQuery(builder.Configuration);

var app = builder.Build();
app.MapReceive();
HealthEndpoints.Map(app);
await app.RunAsync();
