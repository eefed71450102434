using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Operations;

public sealed class ContentTests : IDisposable
{
    private readonly SpanRecorder _spans = new();
    private readonly string _id = Guid.NewGuid().ToString();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public void SetInput_ByDefault_IsNotRecorded()
    {
        Record(new TidemarkOptions(), expectCapture: false);

        Assert.All(
            _spans.Of(_id),
            span => Assert.DoesNotContain(span.TagObjects, tag => tag.Value is string text && text.Contains("secret", StringComparison.Ordinal)));
    }

    [Fact]
    public void SetInput_AskedFor_IsRecorded()
    {
        Record(new TidemarkOptions { CaptureContent = true }, expectCapture: true);

        var chat = _spans.Of(_id)[0];
        Assert.Equal("[\"secret question\"]", chat.Text("gen_ai.input.messages"));
        Assert.Equal("[\"secret rules\"]", chat.Text("gen_ai.system_instructions"));
        Assert.Equal("[\"secret answer\"]", chat.Text("gen_ai.output.messages"));
        var tool = _spans.Of(_id)[1];
        Assert.Equal("secret arguments", tool.Text("gen_ai.tool.call.arguments"));
        Assert.Equal("secret result", tool.Text("gen_ai.tool.call.result"));
    }

    [Fact]
    public void SetInput_TooLong_IsCut()
    {
        Record(new TidemarkOptions { CaptureContent = true, MaxContentLength = 6 }, expectCapture: true);

        Assert.Equal("secret", _spans.Of(_id)[1].Text("gen_ai.tool.call.result"));
    }

    private void Record(TidemarkOptions options, bool expectCapture)
    {
        using var session = new TidemarkClient(options: options).StartSession(_id);
        using (var call = session.StartInference("m"))
        {
            Assert.Equal(expectCapture, call.CapturesContent);
            call.SetInput("[\"secret question\"]", "[\"secret rules\"]");
            call.SetOutput("[\"secret answer\"]");
        }

        using var tool = session.StartTool("search");
        tool.SetArguments("secret arguments");
        tool.SetResult("secret result");
    }
}
