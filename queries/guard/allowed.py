"""What a stranger's statement may use: lists of what is known to read the graph, end in time, and touch nothing else.

Functions and procedures as Neo4j 5.26 names them, operators as its plans do. What is on no list is refused, so that
what a later version or a plugin adds has to be looked at first.
"""

from typing import Final

FUNCTIONS: Final = frozenset(
    """
    abs acos all any asin atan atan2 avg btrim ceil char_length character_length coalesce collect cos cot count
    date date.realtime date.statement date.transaction date.truncate
    datetime datetime.fromepoch datetime.fromepochmillis datetime.realtime datetime.statement datetime.transaction
    datetime.truncate degrees duration duration.between duration.indays duration.inmonths duration.inseconds
    e elementid endnode exists exp floor haversin head id isempty isnan keys labels last left length
    localdatetime localdatetime.realtime localdatetime.statement localdatetime.transaction localdatetime.truncate
    localtime localtime.realtime localtime.statement localtime.transaction localtime.truncate log log10 lower ltrim
    max min nodes none normalize nullif percentilecont percentiledisc pi point point.distance point.withinbbox
    properties radians rand randomuuid range relationships replace reverse right round rtrim
    shortestpath allshortestpaths sign sin single size split sqrt startnode stdev stdevp substring sum tail tan
    time time.realtime time.statement time.transaction time.truncate timestamp
    toboolean tobooleanlist tobooleanornull tofloat tofloatlist tofloatornull tointeger tointegerlist
    tointegerornull tolower tostring tostringlist tostringornull toupper trim type upper valuetype
    vector.similarity.cosine vector.similarity.euclidean
    """.split()
)
"""In small letters. `reduce` is not among them: it builds what no memory holds."""

PROCEDURES: Final = frozenset(
    """
    db.labels db.relationshipTypes db.propertyKeys db.ping
    db.schema.visualization db.schema.nodeTypeProperties db.schema.relTypeProperties
    db.index.fulltext.queryNodes db.index.fulltext.queryRelationships
    db.index.vector.queryNodes db.index.vector.queryRelationships
    """.split()
)

OPERATORS: Final = frozenset(
    """
    AllNodesScan AllShortestPaths Anti AntiSemiApply Apply Argument AssertSameNode AssertSameRelationship
    BidirectionalRepeat(Trail) CacheProperties CartesianProduct
    DirectedAllRelationshipsScan DirectedRelationshipByElementIdSeek DirectedRelationshipByIdSeek
    DirectedRelationshipIndexContainsScan DirectedRelationshipIndexEndsWithScan DirectedRelationshipIndexScan
    DirectedRelationshipIndexSeek DirectedRelationshipIndexSeekByRange DirectedRelationshipTypeScan
    DirectedRelationshipUniqueIndexSeek DirectedRelationshipUniqueIndexSeekByRange
    DirectedUnionRelationshipTypesScan Distinct Eager EagerAggregation EmptyResult EmptyRow ExhaustiveLimit
    Expand(All) Expand(Into) Filter IntersectionNodeByLabelsScan LeftOuterHashJoin LetAntiSemiApply
    LetSelectOrAntiSemiApply LetSelectOrSemiApply LetSemiApply Limit MultiNodeIndexSeek
    NodeByElementIdSeek NodeByIdSeek NodeByLabelScan NodeCountFromCountStore NodeHashJoin NodeIndexContainsScan
    NodeIndexEndsWithScan NodeIndexScan NodeIndexSeek NodeIndexSeekByRange NodeLeftOuterHashJoin
    NodeRightOuterHashJoin NodeUniqueIndexSeek NodeUniqueIndexSeekByRange NullifyMetadata
    Optional OptionalExpand(All) OptionalExpand(Into) OrderedAggregation OrderedDistinct OrderedUnion
    PartialSort PartialTop PathPropagatingBFS PreserveOrder ProcedureCall ProduceResults ProjectEndpoints Projection
    RelationshipCountFromCountStore Repeat(Trail) Repeat(Walk) RightOuterHashJoin RollUpApply
    SelectOrAntiSemiApply SelectOrSemiApply SemiApply ShortestPath Skip Sort
    StatefulShortestPath(All) StatefulShortestPath(All,Trail) StatefulShortestPath(All,Walk)
    StatefulShortestPath(Into) StatefulShortestPath(Into,Trail) StatefulShortestPath(Into,Walk)
    SubtractionNodeByLabelsScan Top Top1WithTies TriadicBuild TriadicFilter TriadicSelection
    UndirectedAllRelationshipsScan UndirectedRelationshipByElementIdSeek UndirectedRelationshipByIdSeek
    UndirectedRelationshipIndexContainsScan UndirectedRelationshipIndexEndsWithScan UndirectedRelationshipIndexScan
    UndirectedRelationshipIndexSeek UndirectedRelationshipIndexSeekByRange UndirectedRelationshipTypeScan
    UndirectedRelationshipUniqueIndexSeek UndirectedRelationshipUniqueIndexSeekByRange
    UndirectedUnionRelationshipTypesScan Union UnionNodeByLabelsScan Unwind ValueHashJoin VarLengthExpand(All)
    VarLengthExpand(Into) VarLengthExpand(Pruning) VarLengthExpand(Pruning,BFS) VarLengthExpand(Pruning,BFS,All)
    VarLengthExpand(Pruning,BFS,Into)
    """.split()
)
"""`LoadCSV`, all that write, that show or end what others do, and that administer are not among them."""
