using Microsoft.Extensions.AI;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.AI;

public sealed class TidemarkEmbeddingGeneratorTests : IDisposable
{
    private readonly SpanRecorder _spans = new();
    private readonly TidemarkClient _tidemark = new();
    private readonly string _id = Guid.NewGuid().ToString();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task Generate_Answered_IsAnEmbeddingOfTheSession()
    {
        using var generator = new Fake(null).UseTidemark(_tidemark).UseTidemark(_tidemark);
        using (_tidemark.StartSession(_id))
            await generator.GenerateAsync(["a", "b"]);

        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["session.id"] = _id,
                ["gen_ai.operation.name"] = "embeddings",
                ["gen_ai.provider.name"] = "openai",
                ["gen_ai.request.model"] = "text-embedding-3-small",
                ["gen_ai.embeddings.dimension.count"] = 3L,
                ["gen_ai.usage.input_tokens"] = 12L,
            },
            Assert.Single(_spans.Of(_id)).Attributes());
    }

    [Fact]
    public async Task Generate_Fails_ThrowsAndTells()
    {
        using var generator = new Fake(new TimeoutException()).UseTidemark(_tidemark);
        using (_tidemark.StartSession(_id))
            await Assert.ThrowsAsync<TimeoutException>(() => generator.GenerateAsync(["a"]));

        Assert.Equal("System.TimeoutException", Assert.Single(_spans.Of(_id)).Text("error.type"));
    }

    [Fact]
    public async Task Generate_FailsWithAHiddenProperty_ThrowsTheClientsException()
    {
        using var generator = new Fake(new ApiException()).UseTidemark(_tidemark);
        using (_tidemark.StartSession(_id))
            await Assert.ThrowsAsync<ApiException>(() => generator.GenerateAsync(["a"]));

        Assert.Equal("429", Assert.Single(_spans.Of(_id)).Text("error.type"));
    }

    private sealed class Fake(Exception? failure) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            if (failure is not null)
                throw failure;
            return new(values.Select(_ => new Embedding<float>(new float[3]))) { Usage = new UsageDetails { InputTokenCount = 12 } };
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("openai", null, "text-embedding-3-small")
            : serviceType.IsInstanceOfType(this) ? this : null;

        public void Dispose()
        {
        }
    }
}
