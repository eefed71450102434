using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Operations;

public sealed class OlderNamesTests : IDisposable
{
    private readonly SpanRecorder _spans = new();
    private readonly string _id = Guid.NewGuid().ToString();

    public void Dispose() => _spans.Dispose();

    [Theory]
    [InlineData(GenAiConventions.Current, true, false)]
    [InlineData(GenAiConventions.Older, false, true)]
    [InlineData(GenAiConventions.Both, true, true)]
    public void Span_ByConventions_HasTheirNames(GenAiConventions conventions, bool current, bool older)
    {
        using (var session = new TidemarkClient(options: new TidemarkOptions { Conventions = conventions }).StartSession(_id))
        using (var call = session.StartInference("m", "openai"))
            call.SetUsage(new TokenUsage(CacheWrite: 5));

        var attributes = Assert.Single(_spans.Of(_id)).Attributes();
        Assert.Equal(current, attributes.ContainsKey("gen_ai.provider.name"));
        Assert.Equal(current, attributes.ContainsKey("gen_ai.usage.cache_write.input_tokens"));
        Assert.Equal(older, attributes.ContainsKey("gen_ai.system"));
        Assert.Equal(older, attributes.ContainsKey("gen_ai.usage.cache_creation.input_tokens"));
    }
}
