using System.Text;
using System.Text.Json;

namespace Tidemark.Collector.Decode.Json;

/// <summary>Reads the envelopes common to all signals (request, resource, scope); derived decoders read the items.</summary>
/// <remarks>Members may occur in any order, so each envelope is searched for its resource or scope before its items are read.</remarks>
internal abstract class JsonDecoder(DecodeContext context, JsonEnvelope envelope) : IOtlpDecoder
{
    /// <summary>JSON nesting of the envelopes, an item and its attributes.</summary>
    private const int EnvelopeDepth = 24;

    /// <summary>JSON nesting per level of a key-value list.</summary>
    private const int ValueDepth = 4;

    protected DecodeContext Context { get; } = context;

    protected JsonAttributes Attributes { get; } = new(context);

    public void Decode(ReadOnlyMemory<byte> body, ITelemetrySink sink)
    {
        Context.Begin();
        if (body.Span.StartsWith(Encoding.UTF8.Preamble)) body = body[Encoding.UTF8.Preamble.Length..];
        var cursor = new JsonCursor(body, EnvelopeDepth + (ValueDepth * Context.Options.ValueDepth));
        try
        {
            cursor.Begin();
            while (cursor.NextMember(envelope.Request)) DecodeRoot(ref cursor, sink);
            cursor.End();
        }
        catch (JsonException fault)
        {
            throw new MalformedRequestException(
                $"the body is not valid JSON, or nested too deeply, at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine}");
        }
    }

    /// <summary>Reads one span, log record or metric.</summary>
    protected abstract void DecodeItem(ref JsonCursor cursor, ITelemetrySink sink);

    private void DecodeRoot(ref JsonCursor cursor, ITelemetrySink sink)
    {
        if (JsonEnvelope.IsOtherSignal(cursor.Field))
            throw new MalformedRequestException("the body is an export of another signal: traces, metrics and logs each have their own path");
        if (cursor.Field != OtlpFields.Request.Resources)
        {
            cursor.Skip();
            return;
        }

        cursor.EnterArray();
        while (cursor.NextItem()) DecodeResourceItems(ref cursor, sink);
    }

    private void DecodeResourceItems(ref JsonCursor cursor, ITelemetrySink sink)
    {
        Context.Budget.TakeResource();
        Context.Scratch.Release(default);
        Context.Resource.Begin();
        cursor.EnterObject();

        var look = cursor;
        while (look.NextMember(envelope.ResourceItems))
        {
            if (look.Field == OtlpFields.ResourceItems.Resource) ReadResource(ref look);
            else look.Skip();
        }

        var mark = Context.Scratch.Mark;
        while (cursor.NextMember(envelope.ResourceItems))
        {
            if (cursor.Field != OtlpFields.ResourceItems.Scopes)
            {
                cursor.Skip();
                continue;
            }

            cursor.EnterArray();
            while (cursor.NextItem())
            {
                DecodeScopeItems(ref cursor, sink);
                Context.Scratch.Release(mark);
            }
        }
    }

    private void DecodeScopeItems(ref JsonCursor cursor, ITelemetrySink sink)
    {
        Context.Budget.TakeScope();
        Context.Scope.Begin();
        cursor.EnterObject();

        var look = cursor;
        while (look.NextMember(envelope.ScopeItems))
        {
            if (look.Field == OtlpFields.ScopeItems.Scope) ReadScope(ref look);
            else look.Skip();
        }

        var mark = Context.Scratch.Mark;
        while (cursor.NextMember(envelope.ScopeItems))
        {
            if (cursor.Field != OtlpFields.ScopeItems.Items)
            {
                cursor.Skip();
                continue;
            }

            cursor.EnterArray();
            while (cursor.NextItem())
            {
                cursor.EnterObject();
                DecodeItem(ref cursor, sink);
                Context.Scratch.Release(mark);
            }
        }
    }

    private void ReadResource(ref JsonCursor cursor)
    {
        cursor.EnterObject();
        while (cursor.NextMember(JsonFields.Resource))
        {
            switch (cursor.Field)
            {
                case OtlpFields.Resource.Attributes: Attributes.ReadAll(ref cursor, Context.Resource.Attributes); break;
                case OtlpFields.Resource.DroppedAttributes: JsonAttributes.ReadDropped(in cursor, Context.Resource.Attributes); break;
                default: cursor.Skip(); break;
            }
        }
    }

    private void ReadScope(ref JsonCursor cursor)
    {
        cursor.EnterObject();
        while (cursor.NextMember(JsonFields.Scope))
        {
            switch (cursor.Field)
            {
                case OtlpFields.Scope.Name: Context.Scope.Name = Attributes.ReadName(in cursor); break;
                case OtlpFields.Scope.Version: Context.Scope.Version = Attributes.ReadName(in cursor); break;
                case OtlpFields.Scope.Attributes: Attributes.ReadAll(ref cursor, Context.Scope.Attributes); break;
                case OtlpFields.Scope.DroppedAttributes: JsonAttributes.ReadDropped(in cursor, Context.Scope.Attributes); break;
                default: cursor.Skip(); break;
            }
        }
    }
}
