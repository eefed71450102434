using Tidemark.Collector.Decode;
using Tidemark.Collector.Receive;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseKestrelHttpsConfiguration();
builder.Services
    .AddReceive(builder.Configuration)
    .AddDecode(builder.Configuration);

var app = builder.Build();
app.MapReceive();
await app.RunAsync();
