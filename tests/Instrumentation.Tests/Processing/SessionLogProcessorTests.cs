using Microsoft.Extensions.Logging;
using OpenTelemetry;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Processing;

public sealed partial class SessionLogProcessorTests
{
    private readonly string _id = Guid.NewGuid().ToString();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Log_WrittenInASession_IsAttributedBeforeItIsExported(bool exporterFirst)
    {
        using var app = new AppTelemetry();
        if (exporterFirst)
            app.ExportLogs().WithTidemark();
        else
            app.WithTidemark();
        if (!exporterFirst)
            app.ExportLogs();
        app.Start();
        var logger = app.Logger("app");
        Before(logger);
        using (app.Tidemark.StartSession(_id, user: "u-7"))
            Within(logger, 3);

        var within = app.Logged.All.Single(record => Equals(record["event"], nameof(Within)));
        Assert.Equal((_id, "u-7", 3), (within["session.id"], within["user.id"], within["Items"]));
        Assert.False(app.Logged.All.Single(record => Equals(record["event"], nameof(Before))).ContainsKey("session.id"));
    }

    [Fact]
    public void SessionEvents_WithinAnotherSession_NameTheirOwn()
    {
        using var app = new AppTelemetry().ExportLogs();
        app.WithTidemark();
        app.Start();
        using (app.Tidemark.StartSession(_id, user: "u-7"))
        using (app.Tidemark.StartSession("inner"))
        {
        }

        Assert.Equal(
            [("session.start", _id), ("session.start", "inner"), ("session.end", "inner"), ("session.end", _id)],
            app.Logged.All.Select(record => ((string)record["event"]!, (string)record["session.id"]!)));
        Assert.All(app.Logged.All, record => Assert.False(record.ContainsKey("user.id")));
    }

    [LoggerMessage(1, LogLevel.Information, "Before any session")]
    private static partial void Before(ILogger logger);

    [LoggerMessage(2, LogLevel.Information, "Within a session with {Items} items")]
    private static partial void Within(ILogger logger, int items);
}
