using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Sessions;

public sealed class LabelTests : IDisposable
{
    private readonly SpanRecorder _spans = new();
    private readonly TidemarkClient _tidemark = new();
    private readonly string _id = Guid.NewGuid().ToString();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task SetLabelAndName_SpansFromThenOn_CarryThem()
    {
        using (var session = _tidemark.StartSession(_id))
        {
            session.StartTool("before").Dispose();
            _tidemark.Current.SetName("Trip to Oslo");
            session.SetLabel("team", "search");
            session.SetLabel("team", "travel");
            await Task.Yield();
            _tidemark.Current.StartTool("after").Dispose();
            using (session.StartAgent("planner"))
                _tidemark.Current.StartTool("below").Dispose();
        }

        Assert.Equal(
            ["after Trip to Oslo travel", "before  ", "below Trip to Oslo travel"],
            _spans.Of(_id).Where(span => span.DisplayName.StartsWith("execute_tool", StringComparison.Ordinal))
                .Select(span => $"{span.DisplayName[13..]} {span.Text("session.name")} {span.Text("team")}").Order());
    }

    [Fact]
    public void SetLabel_BeyondTheBound_IsIgnored()
    {
        using (var session = _tidemark.StartSession(_id))
        {
            for (var i = 0; i <= SessionDetails.MaxLabels; i++)
                session.SetLabel($"label{i}", "value");
            session.StartTool("search").Dispose();
        }

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal(SessionDetails.MaxLabels, span.Attributes().Keys.Count(key => key.StartsWith("label", StringComparison.Ordinal)));
    }

    [Fact]
    public void SetLabel_OutsideAnySession_DoesNothing()
    {
        default(TidemarkSession).SetLabel("team", "search");
        default(TidemarkSession).SetName("name");

        Assert.Null(_tidemark.Current.Id);
    }
}
