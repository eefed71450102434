using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Recognise.Interning;
using Tidemark.Collector.Recognise.Json;
using Tidemark.Collector.Recognise.Mapping;
using Tidemark.Collector.Recognise.Normalisation;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Recognise.Privacy;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Builds an operation from an item's fields.</summary>
internal sealed class OperationReader(RecogniserParts parts, ItemReader item, ByteArena arena)
{
    private static readonly byte[][] ModelCallNames =
        [.. new[] { "chat ", "text_completion ", "embeddings ", "generate_content " }.Select(Encoding.UTF8.GetBytes)];

    private readonly OperationNames _operationNames = new(parts.Vocabulary.Operations);
    private readonly SeriesCache _series = new();
    private readonly FirstTokenReader _firstToken = new(item);
    private readonly EntityReader _entities = new(parts, item);
    private readonly LabelReader _labels = new(parts, item);
    private readonly AttributeWriter _writer = new(parts.Options, parts.Users, parts.Privacy.Content == ContentMode.Store);

    /// <summary>Starts a request.</summary>
    public void Begin(string source, DateTime now) => _series.Begin(parts.Vocabulary.Limits.Of(source), now);

    public Operation Read(in OperationFrame frame, ref RecognitionCounts counts)
    {
        var type = frame.Type;
        var isModelCall = type.Kind is OperationKind.Inference or OperationKind.Embedding;
        var conversation = item.Id(Field.Conversation);
        var session = item.Id(Field.Session) ?? conversation ?? frame.Resource.Session;
        var requestModel = Model(Field.RequestModel) ?? (isModelCall ? ModelOfName(frame.Name.Span) : null);
        var responseModel = Model(Field.ResponseModel) ?? requestModel;
        var provider = Provider(isModelCall);
        // An agent or workflow may be the only one to report usage: whether it counts is determined once the whole trace is known.
        var mayCarryUsage = isModelCall || type.Kind is OperationKind.Agent or OperationKind.Workflow;
        var tokens = mayCarryUsage ? TokenReader.Read(item, parts.Pricer.CountsCacheApart(provider)) : default;
        var price = mayCarryUsage ? parts.Pricer.PriceAt(provider, requestModel, responseModel, frame.StartedAt) : null;
        var detail = isModelCall ? UsageDetailReader.Read(item) : UsageDetail.None;
        string? costBasis = null;
        var cost = mayCarryUsage ? CostReader.Read(item, price, tokens, detail, out costBasis) : null;
        var series = SeriesOf(frame, provider, requestModel ?? responseModel);
        var failure = _series.Get(frame.Failure);
        counts.Overflow |= series.Overflow | (failure is { IsLimited: true } ? SeriesOverflow.ErrorType : SeriesOverflow.None);
        _writer.Begin();
        _writer.Write(item, isModelCall, ref counts);
        _writer.WriteDetails(item, frame.Resource);
        if (frame.Events is { Count: > 0 } events) _writer.Write(events, parts.Dialects.Keys, ref counts);
        if (cost is { Source: CostSource.Computed }) _writer.WritePrice(price!.Price);
        if (detail != UsageDetail.None) _writer.WriteUsage(detail);
        var operation = new Operation
        {
            Key = new OperationKey(frame.TraceId, frame.SpanId, session?.Shard ?? Sharding.Of(frame.TraceId), frame.StartedAt),
            ParentSpanId = frame.ParentSpanId,
            Duration = frame.Duration,
            Series = series.Named,
            Limited = series.Limited,
            RequestModel = requestModel?.Text,
            ResponseModel = responseModel?.Text,
            SessionId = session?.Text,
            PreviousSessionId = PreviousSessionOf(session),
            ConversationId = conversation?.Text,
            UserId = parts.Users.Get(item.IdText(Field.User)) ?? frame.Resource.User,
            Tokens = tokens,
            ContextMax = item.Count(Field.ContextMax) ?? price?.ContextMax,
            Compaction = frame.Compaction ?? CompactionOf(),
            Cache = type.Kind == OperationKind.Cache ? CacheOf() : null,
            TimeToFirstTokenMs = _firstToken.Read(frame),
            Bytes = BytesOf(),
            Cost = cost,
            CostBasis = costBasis,
            Failure = failure,
            FinishReason = parts.Normaliser.FinishReason(JsonText.FirstString(item.Text(Field.FinishReason))),
            CallId = frame.CallId ?? (type.Kind == OperationKind.Tool ? IdOf(Field.ToolCallId) : null),
            Source = frame.Source,
            Reporter = frame.Reporter,
            ResponseId = isModelCall ? IdOf(Field.ResponseId) : null,
            SessionName = NameOfSession(),
            Labels = arena.Copy(_labels.Read(frame.Resource)),
            Attributes = arena.Copy(_writer.Attributes),
            Content = arena.Copy(_writer.Content),
        };
        if (operation.IsUnpriced) counts.Unpriced++;
        return operation;
    }

    private NamedSeries SeriesOf(in OperationFrame frame, Label provider, Label? model) => _series.Get(new SeriesKey(
        frame.Resource.Service,
        EnvironmentOf(frame.Resource),
        frame.Type.Kind,
        _operationNames.Of(frame.Type, item.Text(Field.Verb)),
        provider,
        model ?? LabelPool.None,
        _entities.Agent(frame),
        _entities.Workflow(frame),
        _entities.Tool(frame),
        frame.Type.Kind is OperationKind.Dependency or OperationKind.Cache ? parts.Vocabulary.Dependencies.Get(item.Text(Field.Dependency)) : LabelPool.None));

    private Label EnvironmentOf(ResourceFacts resource)
    {
        if (resource.Environment.Text.Length > 0) return resource.Environment;
        return parts.Vocabulary.Environments.Get(item.Text(Field.Environment));
    }

    private string? IdOf(Field field)
    {
        var text = item.Text(field);
        return text.IsEmpty || text.Length > Id.MaxLength || Placeholders.IsNone(text) ? null : Encoding.UTF8.GetString(text);
    }

    private string? NameOfSession()
    {
        var text = item.Text(Field.SessionName);
        return text.IsEmpty || text.Length > Id.MaxLength || text.Contains((byte)'\n') ? null : Encoding.UTF8.GetString(text);
    }

    private Label? Model(Field field)
    {
        var text = item.Text(field);
        return text.IsEmpty || Placeholders.IsNone(text) ? null : parts.Vocabulary.Models.Get(text);
    }

    // "chat gpt-4o": by convention, span names end with the model.
    private Label? ModelOfName(ReadOnlySpan<byte> name)
    {
        foreach (var beginning in ModelCallNames)
        {
            var model = name.StartsWith(beginning) ? name[beginning.Length..] : default;
            if (Words.IsModel(model) && !Placeholders.IsNone(model)) return parts.Vocabulary.Models.Get(model);
        }

        return null;
    }

    private Label Provider(bool isModelCall)
    {
        var text = item.Text(Field.Provider);
        if (text.IsEmpty && isModelCall && item.Dialect.Provider is { } known) return parts.Vocabulary.Providers.Get(known);
        return parts.Normaliser.Provider(text);
    }

    /// <summary>The item's session id takes precedence over its conversation id, and that over the resource's, which may identify a window.</summary>
    public Id? SessionOf(ResourceFacts resource) => item.Id(Field.Session) ?? item.Id(Field.Conversation) ?? resource.Session;

    public string? PreviousSessionOf(Id? session)
    {
        var previous = item.Id(Field.PreviousSession)?.Text;
        return previous == session?.Text ? null : previous;
    }

    private Compaction? CompactionOf()
    {
        var before = item.Count(Field.ContextBefore);
        var after = item.Count(Field.ContextAfter);
        return before is null && after is null && item.Flag(Field.Compacted) != true ? null : new Compaction(before, after);
    }

    private CacheAccess CacheOf() => new(
        parts.Vocabulary.Words.Get(item.Text(Field.CacheBackend)).Text,
        item.Flag(Field.CacheHit),
        parts.Vocabulary.Words.Get(item.Text(Field.CacheStore)).Text);

    private long? BytesOf()
    {
        var request = item.Count(Field.RequestBytes);
        var response = item.Count(Field.ResponseBytes);
        return request is null && response is null ? null : (long)(request ?? 0) + (response ?? 0);
    }
}
