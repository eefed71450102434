// Uses the library as an app compiled ahead of time does: a console without a host, dependency injection and a chat client.
using System.Reflection;
using System.Runtime.Versioning;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.AotApp;

var services = new ServiceCollection();
services.AddTidemark("aot-app", export => export.Endpoint = new Uri(args[0]));
await using var provider = services.BuildServiceProvider();
var tidemark = provider.GetRequiredService<TidemarkClient>();
using (var session = tidemark.StartSession("s-aot", user: "u-7", agent: "planner"))
{
    using (var call = session.StartInference("kimi-k2-0905-preview", "moonshot_ai", "c-1"))
        call.SetUsage(new TokenUsage(Input: 812, Output: 96));
    using var chat = new EchoClient().UseTidemark(tidemark);
    await chat.GetResponseAsync("hello");
    session.RecordCache("redis", hit: true, TimeSpan.FromMilliseconds(1));
}

var flushed = provider.GetRequiredService<TidemarkPipeline>().Flush(TimeSpan.FromSeconds(10));
Console.WriteLine($"recorded flushed={flushed} on {typeof(TidemarkClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName}");
