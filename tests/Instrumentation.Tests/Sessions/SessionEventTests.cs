using Microsoft.Extensions.Logging;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Sessions;

public sealed class SessionEventTests : IDisposable
{
    private readonly LogRecorder _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void Session_StartedAndEnded_SendsBothEvents()
    {
        var session = new TidemarkClient(_log).StartSession("s-2", user: "u-7", previous: "s-1");
        session.Dispose();
        session.Dispose();

        Assert.Equal(["session.start", "session.end"], _log.All.Select(logged => logged.Event));
        Assert.All(_log.All, logged => Assert.Equal(LogLevel.Information, logged.Level));
        Assert.Equal(new Dictionary<string, object?> { ["session.id"] = "s-2", ["session.previous_id"] = "s-1" }, _log.All[0].Attributes);
        Assert.Equal(new Dictionary<string, object?> { ["session.id"] = "s-2" }, _log.All[1].Attributes);
        Assert.Equal("session.start s-2", _log.All[0].Message);
    }

    [Fact]
    public void StartSession_PreviousIsItself_NamesNone()
    {
        new TidemarkClient(_log).StartSession("s-2", previous: "s-2").Dispose();

        Assert.Equal(["session.id"], _log.All[0].Attributes.Keys);
    }

    [Fact]
    public void ContinueSession_Over_SendsNothing()
    {
        new TidemarkClient(_log).ContinueSession("s-2").Dispose();

        Assert.Empty(_log.All);
    }

    [Fact]
    public void EndSession_Continued_SendsItsEnd()
    {
        new TidemarkClient(_log).EndSession("s-2");

        Assert.Equal("session.end", Assert.Single(_log.All).Event);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void StartSession_WithoutId_StartsNothing(string? id)
    {
        var tidemark = new TidemarkClient(_log);
        using (tidemark.StartSession(id!))
        using (tidemark.ContinueSession(id!))
            tidemark.EndSession(id!);

        Assert.Empty(_log.All);
    }
}
