using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise.Folding;
using Tidemark.Collector.Recognise.Interning;
using Tidemark.Collector.Recognise.Json;
using Tidemark.Collector.Recognise.Mapping;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Recognise.Privacy;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Puts one item's fields together into an operation.</summary>
internal sealed class OperationReader(RecogniserParts parts, ItemReader item, ByteArena arena)
{
    private readonly OperationNames _operationNames = new(parts.Vocabulary.Operations);
    private readonly SeriesCache _series = new(parts.Vocabulary.Series);
    private readonly AttributeWriter _writer = new(parts.Options, parts.Privacy.Content == ContentMode.Store);

    public Operation Read(in OperationFrame frame, ref RecognitionCounts counts)
    {
        var type = frame.Type;
        var isModelCall = type.Kind is OperationKind.Inference or OperationKind.Embedding;
        var conversation = item.Id(Field.Conversation);
        var session = item.Id(Field.Session) ?? conversation ?? frame.Resource.Session;
        var requestModel = Model(Field.RequestModel);
        var responseModel = Model(Field.ResponseModel) ?? requestModel;
        var provider = Provider(isModelCall);
        var tokens = isModelCall ? TokenReader.Read(item, parts.Pricer.CountsCacheApart(provider)) : default;
        var price = isModelCall ? parts.Pricer.PriceAt(provider, requestModel, responseModel, frame.StartedAt) : null;
        var cost = isModelCall ? CostReader.Read(item, price, tokens) : null;
        if (isModelCall && cost is null && !tokens.IsEmpty) counts.Unpriced++;
        _writer.Begin();
        _writer.Write(item, isModelCall, ref counts);
        if (frame.Events is { Count: > 0 } events) _writer.Write(events, parts.Dialects.Keys, ref counts);
        if (cost is { Source: CostSource.Computed }) _writer.WritePrice(price!);
        return new Operation
        {
            Key = new OperationKey(frame.TraceId, frame.SpanId, session?.Shard ?? Sharding.Of(frame.TraceId), frame.StartedAt),
            ParentSpanId = frame.ParentSpanId,
            Duration = frame.Duration,
            Series = SeriesOf(frame, provider, requestModel ?? responseModel),
            RequestModel = ModelName(Field.RequestModel, requestModel),
            ResponseModel = ModelName(Field.ResponseModel, responseModel) ?? ModelName(Field.RequestModel, responseModel),
            SessionId = session?.Text,
            PreviousSessionId = PreviousSessionOf(session),
            ConversationId = conversation?.Text,
            UserId = parts.Users.Get(item.Text(Field.User)) ?? frame.Resource.User,
            Tokens = tokens,
            ContextMax = item.Count(Field.ContextMax) ?? price?.ContextMax,
            Compaction = frame.Compaction ?? CompactionOf(),
            Cache = type.Kind == OperationKind.Cache ? CacheOf() : null,
            TimeToFirstTokenMs = item.Number(Field.TimeToFirstToken),
            Bytes = BytesOf(),
            Cost = cost,
            Failure = frame.Failure,
            FinishReason = parts.Folds.FinishReason(JsonText.FirstString(item.Text(Field.FinishReason))),
            CallId = frame.CallId,
            Source = frame.Source,
            Attributes = arena.Copy(_writer.Attributes),
            Content = arena.Copy(_writer.Content),
        };
    }

    private Series SeriesOf(in OperationFrame frame, Label provider, Label? model) => _series.Get(new SeriesKey(
        frame.Resource.Service,
        EnvironmentOf(frame.Resource),
        frame.Type.Kind,
        _operationNames.Of(frame.Type, item.Text(Field.Verb)),
        provider,
        model ?? LabelPool.None,
        parts.Vocabulary.Agents.Get(NameOf(Field.Agent, frame.Type.Kind == OperationKind.Agent)),
        parts.Vocabulary.Workflows.Get(NameOf(Field.Workflow, frame.Type.Kind == OperationKind.Workflow)),
        frame.Type.Kind == OperationKind.Tool ? parts.Vocabulary.Tools.Get(NameOf(Field.Tool, true)) : LabelPool.None,
        frame.Type.Kind is OperationKind.Dependency or OperationKind.Cache ? parts.Vocabulary.Dependencies.Get(item.Text(Field.Dependency)) : LabelPool.None));

    private Label EnvironmentOf(ResourceFacts resource)
    {
        if (resource.Environment.Text.Length > 0) return resource.Environment;
        return parts.Vocabulary.Environments.Get(item.Text(Field.Environment));
    }

    // The entity's name is the name of whatever the operation is.
    private ReadOnlySpan<byte> NameOf(Field field, bool isEntity)
    {
        var name = item.Text(field);
        return name.IsEmpty && isEntity ? item.Text(Field.EntityName) : name;
    }

    private Label? Model(Field field)
    {
        var text = item.Text(field);
        return text.IsEmpty ? null : parts.Vocabulary.Models.Get(text);
    }

    // The row keeps the name that was too many for the dimension.
    private string? ModelName(Field field, Label? model)
    {
        if (model is null || model.Text != Series.Overflow) return model?.Text;
        var text = item.Text(field);
        return text.IsEmpty ? null : Encoding.UTF8.GetString(text);
    }

    private Label Provider(bool isModelCall)
    {
        var text = item.Text(Field.Provider);
        if (text.IsEmpty && isModelCall && item.Dialect.Provider is { } known) return parts.Vocabulary.Providers.Get(known);
        return parts.Folds.Provider(text);
    }

    /// <summary>An id on the item itself beats its conversation, which beats the resource's: some put a window's id there.</summary>
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
