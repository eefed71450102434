using System.Diagnostics;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Operations;

/// <summary>An app's exceptions may have members of any kind; recording one never throws.</summary>
public sealed class SetErrorTests : IDisposable
{
    private readonly SpanRecorder _spans = new();
    private readonly string _id = Guid.NewGuid().ToString();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public void SetError_PropertyHiddenUnderAnotherType_RecordsTheStatus()
    {
        Record(new ApiException());

        Assert.Equal("429", Assert.Single(_spans.Of(_id)).Text("error.type"));
    }

    [Fact]
    public void SetError_InnerExceptionHasTheStatus_RecordsIt()
    {
        Record(new InvalidOperationException("outer", new ApiException()));

        Assert.Equal("429", Assert.Single(_spans.Of(_id)).Text("error.type"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SetError_MembersThrow_RecordsTheType(bool capturesMessages)
    {
        Record(new BrokenException(), capturesMessages);

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal(typeof(BrokenException).FullName, span.Text("error.type"));
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
    }

    [Fact]
    public void SetError_NothingIsRecorded_ReadsNothing()
    {
        var exception = new BrokenException();
        InferenceOperation.None.SetError(exception);

        Assert.Equal(0, exception.TimesRead);
    }

    private void Record(Exception exception, bool capturesMessages = false)
    {
        var tidemark = new TidemarkClient(options: new TidemarkOptions { CaptureExceptionMessages = capturesMessages });
        using var session = tidemark.StartSession(_id);
        using var call = session.StartInference("m");
        call.SetError(exception);
    }
}
