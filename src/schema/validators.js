// Generated from schemas/*.json by scripts/generate.js. Never edited by hand.
"use strict";
export const validateRubric = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://ungps-compass.invalid/schemas/rubric.schema.json","title":"RubricFile","description":"rubric.yaml: what a rubric consists of. Its features, steps and flags stand in files of their own.","type":"object","required":["format","id","version","title","levels","bands","features"],"additionalProperties":false,"properties":{"format":{"const":"compass-rubric/1","description":"The file format; always the first line."},"id":{"$ref":"common.schema.json#/$defs/id","description":"The rubric's name; answers files refer to it."},"version":{"$ref":"common.schema.json#/$defs/version","description":"major.minor.patch. Patch: wording only. Minor: questions added. Major: anything that changes a score."},"title":{"$ref":"common.schema.json#/$defs/text"},"language":{"type":"string","description":"Language tag of the texts, for instance en."},"notice":{"type":"string","description":"Printed in every report: what the result is and is not."},"levels":{"type":"array","minItems":2,"items":{"$ref":"common.schema.json#/$defs/text"},"description":"The default scale, lowest first."},"bands":{"type":"array","minItems":1,"description":"Highest first; a score falls in the first band whose `from` it reaches.","items":{"type":"object","required":["id","from","title"],"additionalProperties":false,"properties":{"id":{"$ref":"common.schema.json#/$defs/id"},"from":{"type":"number"},"title":{"$ref":"common.schema.json#/$defs/text"},"summary":{"type":"string","description":"What the band means for a drafter, in a sentence."}}}},"features":{"type":"array","minItems":1,"items":{"$ref":"common.schema.json#/$defs/id"},"description":"Ids of the design features, in order; each in features/<id>.yaml."},"steps":{"type":"array","items":{"$ref":"common.schema.json#/$defs/id"},"description":"Ids of the steps, in order; each in steps/<id>.yaml."},"caps":{"type":"array","description":"What no average may hide: a cap lowers the band, never the number.","items":{"type":"object","required":["when","band"],"additionalProperties":false,"properties":{"when":{"enum":["critical-at-zero","severe-flag"]},"band":{"$ref":"common.schema.json#/$defs/id"}}}},"retired":{"type":"array","description":"Questions that an earlier version had.","items":{"type":"object","required":["id","reason"],"additionalProperties":false,"properties":{"id":{"$ref":"common.schema.json#/$defs/fullId"},"reason":{"$ref":"common.schema.json#/$defs/text"}}}},"principles":{"type":"object","description":"Number of a Guiding Principle: its substance in a line.","propertyNames":{"pattern":"^[0-9]+$"},"additionalProperties":{"type":"string"}},"sources":{"type":"array","description":"The publications that the rubric rests on.","items":{"type":"object","required":["title"],"additionalProperties":false,"properties":{"title":{"$ref":"common.schema.json#/$defs/text"},"year":{"type":"integer"},"about":{"type":"string"}}}}}};
const schema33 = {"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]*$"};
const schema34 = {"type":"string","pattern":"^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)$"};
const schema35 = {"type":"string","pattern":"\\S"};
const schema42 = {"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$"};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]*$", "u");
const pattern5 = new RegExp("^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)$", "u");
const pattern6 = new RegExp("\\S", "u");
const pattern13 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$", "u");
const pattern15 = new RegExp("^[0-9]+$", "u");

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://ungps-compass.invalid/schemas/rubric.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.format === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.version === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.title === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.levels === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "levels"},message:"must have required property '"+"levels"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.bands === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "bands"},message:"must have required property '"+"bands"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.features === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "features"},message:"must have required property '"+"features"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err7 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.format !== undefined){
let data0 = data.format;
if("compass-rubric/1" !== data0){
const err8 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "compass-rubric/1"},message:"must be equal to constant",schema:"compass-rubric/1",parentSchema:schema31.properties.format,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.id !== undefined){
let data1 = data.id;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err9 = {instancePath:instancePath+"/id",schemaPath:"common.schema.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema33,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/id",schemaPath:"common.schema.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.version !== undefined){
let data2 = data.version;
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
const err11 = {instancePath:instancePath+"/version",schemaPath:"common.schema.json#/$defs/version/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)$"},message:"must match pattern \""+"^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)$"+"\"",schema:"^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)$",parentSchema:schema34,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/version",schemaPath:"common.schema.json#/$defs/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.type,parentSchema:schema34,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.title !== undefined){
let data3 = data.title;
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err13 = {instancePath:instancePath+"/title",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/title",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.language !== undefined){
let data4 = data.language;
if(typeof data4 !== "string"){
const err15 = {instancePath:instancePath+"/language",schemaPath:"#/properties/language/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.language.type,parentSchema:schema31.properties.language,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.notice !== undefined){
let data5 = data.notice;
if(typeof data5 !== "string"){
const err16 = {instancePath:instancePath+"/notice",schemaPath:"#/properties/notice/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.notice.type,parentSchema:schema31.properties.notice,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.levels !== undefined){
let data6 = data.levels;
if(Array.isArray(data6)){
if(data6.length < 2){
const err17 = {instancePath:instancePath+"/levels",schemaPath:"#/properties/levels/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema31.properties.levels,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
const err18 = {instancePath:instancePath+"/levels/" + i0,schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/levels/" + i0,schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/levels",schemaPath:"#/properties/levels/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.levels.type,parentSchema:schema31.properties.levels,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.bands !== undefined){
let data8 = data.bands;
if(Array.isArray(data8)){
if(data8.length < 1){
const err21 = {instancePath:instancePath+"/bands",schemaPath:"#/properties/bands/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.bands,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.id === undefined){
const err22 = {instancePath:instancePath+"/bands/" + i1,schemaPath:"#/properties/bands/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema31.properties.bands.items.required,parentSchema:schema31.properties.bands.items,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data9.from === undefined){
const err23 = {instancePath:instancePath+"/bands/" + i1,schemaPath:"#/properties/bands/items/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'",schema:schema31.properties.bands.items.required,parentSchema:schema31.properties.bands.items,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data9.title === undefined){
const err24 = {instancePath:instancePath+"/bands/" + i1,schemaPath:"#/properties/bands/items/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema31.properties.bands.items.required,parentSchema:schema31.properties.bands.items,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key1 in data9){
if(!((((key1 === "id") || (key1 === "from")) || (key1 === "title")) || (key1 === "summary"))){
const err25 = {instancePath:instancePath+"/bands/" + i1,schemaPath:"#/properties/bands/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.bands.items,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9.id !== undefined){
let data10 = data9.id;
if(typeof data10 === "string"){
if(!pattern4.test(data10)){
const err26 = {instancePath:instancePath+"/bands/" + i1+"/id",schemaPath:"common.schema.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema33,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/bands/" + i1+"/id",schemaPath:"common.schema.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data9.from !== undefined){
let data11 = data9.from;
if(!((typeof data11 == "number") && (isFinite(data11)))){
const err28 = {instancePath:instancePath+"/bands/" + i1+"/from",schemaPath:"#/properties/bands/items/properties/from/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.properties.bands.items.properties.from.type,parentSchema:schema31.properties.bands.items.properties.from,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data9.title !== undefined){
let data12 = data9.title;
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err29 = {instancePath:instancePath+"/bands/" + i1+"/title",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/bands/" + i1+"/title",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data9.summary !== undefined){
let data13 = data9.summary;
if(typeof data13 !== "string"){
const err31 = {instancePath:instancePath+"/bands/" + i1+"/summary",schemaPath:"#/properties/bands/items/properties/summary/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.bands.items.properties.summary.type,parentSchema:schema31.properties.bands.items.properties.summary,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/bands/" + i1,schemaPath:"#/properties/bands/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.bands.items.type,parentSchema:schema31.properties.bands.items,data:data9};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/bands",schemaPath:"#/properties/bands/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.bands.type,parentSchema:schema31.properties.bands,data:data8};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.features !== undefined){
let data14 = data.features;
if(Array.isArray(data14)){
if(data14.length < 1){
const err34 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema31.properties.features,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(typeof data15 === "string"){
if(!pattern4.test(data15)){
const err35 = {instancePath:instancePath+"/features/" + i2,schemaPath:"common.schema.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema33,data:data15};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/features/" + i2,schemaPath:"common.schema.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data15};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.features.type,parentSchema:schema31.properties.features,data:data14};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.steps !== undefined){
let data16 = data.steps;
if(Array.isArray(data16)){
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
let data17 = data16[i3];
if(typeof data17 === "string"){
if(!pattern4.test(data17)){
const err38 = {instancePath:instancePath+"/steps/" + i3,schemaPath:"common.schema.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema33,data:data17};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/steps/" + i3,schemaPath:"common.schema.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data17};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.steps.type,parentSchema:schema31.properties.steps,data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.caps !== undefined){
let data18 = data.caps;
if(Array.isArray(data18)){
const len4 = data18.length;
for(let i4=0; i4<len4; i4++){
let data19 = data18[i4];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.when === undefined){
const err41 = {instancePath:instancePath+"/caps/" + i4,schemaPath:"#/properties/caps/items/required",keyword:"required",params:{missingProperty: "when"},message:"must have required property '"+"when"+"'",schema:schema31.properties.caps.items.required,parentSchema:schema31.properties.caps.items,data:data19};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data19.band === undefined){
const err42 = {instancePath:instancePath+"/caps/" + i4,schemaPath:"#/properties/caps/items/required",keyword:"required",params:{missingProperty: "band"},message:"must have required property '"+"band"+"'",schema:schema31.properties.caps.items.required,parentSchema:schema31.properties.caps.items,data:data19};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
for(const key2 in data19){
if(!((key2 === "when") || (key2 === "band"))){
const err43 = {instancePath:instancePath+"/caps/" + i4,schemaPath:"#/properties/caps/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.caps.items,data:data19};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data19.when !== undefined){
let data20 = data19.when;
if(!((data20 === "critical-at-zero") || (data20 === "severe-flag"))){
const err44 = {instancePath:instancePath+"/caps/" + i4+"/when",schemaPath:"#/properties/caps/items/properties/when/enum",keyword:"enum",params:{allowedValues: schema31.properties.caps.items.properties.when.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.caps.items.properties.when.enum,parentSchema:schema31.properties.caps.items.properties.when,data:data20};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data19.band !== undefined){
let data21 = data19.band;
if(typeof data21 === "string"){
if(!pattern4.test(data21)){
const err45 = {instancePath:instancePath+"/caps/" + i4+"/band",schemaPath:"common.schema.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema33,data:data21};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/caps/" + i4+"/band",schemaPath:"common.schema.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/caps/" + i4,schemaPath:"#/properties/caps/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.caps.items.type,parentSchema:schema31.properties.caps.items,data:data19};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/caps",schemaPath:"#/properties/caps/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.caps.type,parentSchema:schema31.properties.caps,data:data18};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.retired !== undefined){
let data22 = data.retired;
if(Array.isArray(data22)){
const len5 = data22.length;
for(let i5=0; i5<len5; i5++){
let data23 = data22[i5];
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.id === undefined){
const err49 = {instancePath:instancePath+"/retired/" + i5,schemaPath:"#/properties/retired/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema31.properties.retired.items.required,parentSchema:schema31.properties.retired.items,data:data23};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data23.reason === undefined){
const err50 = {instancePath:instancePath+"/retired/" + i5,schemaPath:"#/properties/retired/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema31.properties.retired.items.required,parentSchema:schema31.properties.retired.items,data:data23};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
for(const key3 in data23){
if(!((key3 === "id") || (key3 === "reason"))){
const err51 = {instancePath:instancePath+"/retired/" + i5,schemaPath:"#/properties/retired/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.retired.items,data:data23};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data23.id !== undefined){
let data24 = data23.id;
if(typeof data24 === "string"){
if(!pattern13.test(data24)){
const err52 = {instancePath:instancePath+"/retired/" + i5+"/id",schemaPath:"common.schema.json#/$defs/fullId/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema42,data:data24};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/retired/" + i5+"/id",schemaPath:"common.schema.json#/$defs/fullId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.type,parentSchema:schema42,data:data24};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data23.reason !== undefined){
let data25 = data23.reason;
if(typeof data25 === "string"){
if(!pattern6.test(data25)){
const err54 = {instancePath:instancePath+"/retired/" + i5+"/reason",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data25};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/retired/" + i5+"/reason",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data25};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/retired/" + i5,schemaPath:"#/properties/retired/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.retired.items.type,parentSchema:schema31.properties.retired.items,data:data23};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/retired",schemaPath:"#/properties/retired/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.retired.type,parentSchema:schema31.properties.retired,data:data22};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.principles !== undefined){
let data26 = data.principles;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key4 in data26){
const _errs68 = errors;
if(typeof key4 === "string"){
if(!pattern15.test(key4)){
const err58 = {instancePath:instancePath+"/principles",schemaPath:"#/properties/principles/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[0-9]+$"},message:"must match pattern \""+"^[0-9]+$"+"\"",schema:"^[0-9]+$",parentSchema:schema31.properties.principles.propertyNames,data:key4,propertyName:key4};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
var valid27 = _errs68 === errors;
if(!valid27){
const err59 = {instancePath:instancePath+"/principles",schemaPath:"#/properties/principles/propertyNames",keyword:"propertyNames",params:{propertyName: key4},message:"property name must be valid",schema:schema31.properties.principles.propertyNames,parentSchema:schema31.properties.principles,data:data26};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
for(const key5 in data26){
let data27 = data26[key5];
if(typeof data27 !== "string"){
const err60 = {instancePath:instancePath+"/principles/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/principles/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.principles.additionalProperties.type,parentSchema:schema31.properties.principles.additionalProperties,data:data27};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/principles",schemaPath:"#/properties/principles/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.principles.type,parentSchema:schema31.properties.principles,data:data26};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data.sources !== undefined){
let data28 = data.sources;
if(Array.isArray(data28)){
const len6 = data28.length;
for(let i6=0; i6<len6; i6++){
let data29 = data28[i6];
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.title === undefined){
const err62 = {instancePath:instancePath+"/sources/" + i6,schemaPath:"#/properties/sources/items/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema31.properties.sources.items.required,parentSchema:schema31.properties.sources.items,data:data29};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key6 in data29){
if(!(((key6 === "title") || (key6 === "year")) || (key6 === "about"))){
const err63 = {instancePath:instancePath+"/sources/" + i6,schemaPath:"#/properties/sources/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.sources.items,data:data29};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data29.title !== undefined){
let data30 = data29.title;
if(typeof data30 === "string"){
if(!pattern6.test(data30)){
const err64 = {instancePath:instancePath+"/sources/" + i6+"/title",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data30};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/sources/" + i6+"/title",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data30};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data29.year !== undefined){
let data31 = data29.year;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err66 = {instancePath:instancePath+"/sources/" + i6+"/year",schemaPath:"#/properties/sources/items/properties/year/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.sources.items.properties.year.type,parentSchema:schema31.properties.sources.items.properties.year,data:data31};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data29.about !== undefined){
let data32 = data29.about;
if(typeof data32 !== "string"){
const err67 = {instancePath:instancePath+"/sources/" + i6+"/about",schemaPath:"#/properties/sources/items/properties/about/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.sources.items.properties.about.type,parentSchema:schema31.properties.sources.items.properties.about,data:data32};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/sources/" + i6,schemaPath:"#/properties/sources/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.sources.items.type,parentSchema:schema31.properties.sources.items,data:data29};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.sources.type,parentSchema:schema31.properties.sources,data:data28};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validateFeature = validate22;
const schema45 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://ungps-compass.invalid/schemas/feature.schema.json","title":"FeatureFile","description":"features/<id>.yaml: one design feature and its scored questions.","type":"object","required":["id","title","questions"],"additionalProperties":false,"properties":{"id":{"$ref":"common.schema.json#/$defs/id","description":"The same as the file's name."},"title":{"$ref":"common.schema.json#/$defs/text"},"summary":{"type":"string"},"principles":{"$ref":"common.schema.json#/$defs/principles"},"weight":{"$ref":"common.schema.json#/$defs/weight","description":"Weight of the feature in the overall score; 1 unless given."},"questions":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/question"}}},"$defs":{"question":{"title":"QuestionEntry","type":"object","required":["id","text"],"additionalProperties":false,"properties":{"id":{"$ref":"common.schema.json#/$defs/id","description":"Short id; the full id is feature.question."},"text":{"$ref":"common.schema.json#/$defs/text"},"help":{"type":"string","description":"How to decide, and what often misleads."},"levels":{"type":"array","minItems":2,"items":{"$ref":"common.schema.json#/$defs/text"},"description":"What is seen in the text at each level, lowest first."},"values":{"type":"array","minItems":2,"items":{"type":"number","minimum":0,"maximum":1000000},"description":"Points for each level where they are not evenly spaced; the last is the maximum."},"weight":{"$ref":"common.schema.json#/$defs/weight"},"critical":{"type":"boolean","description":"What no good law lacks."},"principles":{"$ref":"common.schema.json#/$defs/principles"},"when":{"type":"object","required":["question","atLeast"],"additionalProperties":false,"description":"The question is asked only where another question reaches a level.","properties":{"question":{"$ref":"common.schema.json#/$defs/fullId"},"atLeast":{"type":"integer","minimum":0}}},"gap":{"type":"string","description":"What to add to the text to reach the next levels."},"terms":{"$ref":"common.schema.json#/$defs/terms","description":"Words to look for in a draft."},"was":{"type":"array","items":{"$ref":"common.schema.json#/$defs/fullId"},"description":"Former full ids of the question."}}}}};
const schema48 = {"type":"array","items":{"type":"integer"}};
const schema49 = {"type":"number","minimum":0,"maximum":1000000};
const schema50 = {"title":"QuestionEntry","type":"object","required":["id","text"],"additionalProperties":false,"properties":{"id":{"$ref":"common.schema.json#/$defs/id","description":"Short id; the full id is feature.question."},"text":{"$ref":"common.schema.json#/$defs/text"},"help":{"type":"string","description":"How to decide, and what often misleads."},"levels":{"type":"array","minItems":2,"items":{"$ref":"common.schema.json#/$defs/text"},"description":"What is seen in the text at each level, lowest first."},"values":{"type":"array","minItems":2,"items":{"type":"number","minimum":0,"maximum":1000000},"description":"Points for each level where they are not evenly spaced; the last is the maximum."},"weight":{"$ref":"common.schema.json#/$defs/weight"},"critical":{"type":"boolean","description":"What no good law lacks."},"principles":{"$ref":"common.schema.json#/$defs/principles"},"when":{"type":"object","required":["question","atLeast"],"additionalProperties":false,"description":"The question is asked only where another question reaches a level.","properties":{"question":{"$ref":"common.schema.json#/$defs/fullId"},"atLeast":{"type":"integer","minimum":0}}},"gap":{"type":"string","description":"What to add to the text to reach the next levels."},"terms":{"$ref":"common.schema.json#/$defs/terms","description":"Words to look for in a draft."},"was":{"type":"array","items":{"$ref":"common.schema.json#/$defs/fullId"},"description":"Former full ids of the question."}}};
const schema57 = {"type":"array","items":{"$ref":"#/$defs/text"}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema57.type,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.text === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'",schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema50.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err3 = {instancePath:instancePath+"/id",schemaPath:"common.schema.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema33,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/id",schemaPath:"common.schema.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.text !== undefined){
let data1 = data.text;
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err5 = {instancePath:instancePath+"/text",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/text",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.help !== undefined){
let data2 = data.help;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/help",schemaPath:"#/properties/help/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.help.type,parentSchema:schema50.properties.help,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.levels !== undefined){
let data3 = data.levels;
if(Array.isArray(data3)){
if(data3.length < 2){
const err8 = {instancePath:instancePath+"/levels",schemaPath:"#/properties/levels/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema50.properties.levels,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
const err9 = {instancePath:instancePath+"/levels/" + i0,schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/levels/" + i0,schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/levels",schemaPath:"#/properties/levels/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.properties.levels.type,parentSchema:schema50.properties.levels,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.values !== undefined){
let data5 = data.values;
if(Array.isArray(data5)){
if(data5.length < 2){
const err12 = {instancePath:instancePath+"/values",schemaPath:"#/properties/values/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema50.properties.values,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 1000000 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/values/" + i1,schemaPath:"#/properties/values/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema50.properties.values.items,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/values/" + i1,schemaPath:"#/properties/values/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema50.properties.values.items,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/values/" + i1,schemaPath:"#/properties/values/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema50.properties.values.items.type,parentSchema:schema50.properties.values.items,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/values",schemaPath:"#/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.properties.values.type,parentSchema:schema50.properties.values,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.weight !== undefined){
let data7 = data.weight;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 1000000 || isNaN(data7)){
const err17 = {instancePath:instancePath+"/weight",schemaPath:"common.schema.json#/$defs/weight/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err18 = {instancePath:instancePath+"/weight",schemaPath:"common.schema.json#/$defs/weight/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/weight",schemaPath:"common.schema.json#/$defs/weight/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.critical !== undefined){
let data8 = data.critical;
if(typeof data8 !== "boolean"){
const err20 = {instancePath:instancePath+"/critical",schemaPath:"#/properties/critical/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema50.properties.critical.type,parentSchema:schema50.properties.critical,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.principles !== undefined){
let data9 = data.principles;
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err21 = {instancePath:instancePath+"/principles/" + i2,schemaPath:"common.schema.json#/$defs/principles/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.items.type,parentSchema:schema48.items,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/principles",schemaPath:"common.schema.json#/$defs/principles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema48.type,parentSchema:schema48,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.when !== undefined){
let data11 = data.when;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.question === undefined){
const err23 = {instancePath:instancePath+"/when",schemaPath:"#/properties/when/required",keyword:"required",params:{missingProperty: "question"},message:"must have required property '"+"question"+"'",schema:schema50.properties.when.required,parentSchema:schema50.properties.when,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data11.atLeast === undefined){
const err24 = {instancePath:instancePath+"/when",schemaPath:"#/properties/when/required",keyword:"required",params:{missingProperty: "atLeast"},message:"must have required property '"+"atLeast"+"'",schema:schema50.properties.when.required,parentSchema:schema50.properties.when,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key1 in data11){
if(!((key1 === "question") || (key1 === "atLeast"))){
const err25 = {instancePath:instancePath+"/when",schemaPath:"#/properties/when/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema50.properties.when,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.question !== undefined){
let data12 = data11.question;
if(typeof data12 === "string"){
if(!pattern13.test(data12)){
const err26 = {instancePath:instancePath+"/when/question",schemaPath:"common.schema.json#/$defs/fullId/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema42,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/when/question",schemaPath:"common.schema.json#/$defs/fullId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.type,parentSchema:schema42,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.atLeast !== undefined){
let data13 = data11.atLeast;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err28 = {instancePath:instancePath+"/when/atLeast",schemaPath:"#/properties/when/properties/atLeast/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema50.properties.when.properties.atLeast.type,parentSchema:schema50.properties.when.properties.atLeast,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 0 || isNaN(data13)){
const err29 = {instancePath:instancePath+"/when/atLeast",schemaPath:"#/properties/when/properties/atLeast/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema50.properties.when.properties.atLeast,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
}
else {
const err30 = {instancePath:instancePath+"/when",schemaPath:"#/properties/when/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.properties.when.type,parentSchema:schema50.properties.when,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.gap !== undefined){
let data14 = data.gap;
if(typeof data14 !== "string"){
const err31 = {instancePath:instancePath+"/gap",schemaPath:"#/properties/gap/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.properties.gap.type,parentSchema:schema50.properties.gap,data:data14};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.terms !== undefined){
if(!(validate24(data.terms, {instancePath:instancePath+"/terms",parentData:data,parentDataProperty:"terms",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.was !== undefined){
let data16 = data.was;
if(Array.isArray(data16)){
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
let data17 = data16[i3];
if(typeof data17 === "string"){
if(!pattern13.test(data17)){
const err32 = {instancePath:instancePath+"/was/" + i3,schemaPath:"common.schema.json#/$defs/fullId/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema42,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/was/" + i3,schemaPath:"common.schema.json#/$defs/fullId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.type,parentSchema:schema42,data:data17};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.properties.was.type,parentSchema:schema50.properties.was,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.type,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://ungps-compass.invalid/schemas/feature.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.title === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.questions === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "questions"},message:"must have required property '"+"questions"+"'",schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "id") || (key0 === "title")) || (key0 === "summary")) || (key0 === "principles")) || (key0 === "weight")) || (key0 === "questions"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err4 = {instancePath:instancePath+"/id",schemaPath:"common.schema.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema33,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/id",schemaPath:"common.schema.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.title !== undefined){
let data1 = data.title;
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err6 = {instancePath:instancePath+"/title",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/title",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.summary !== undefined){
let data2 = data.summary;
if(typeof data2 !== "string"){
const err8 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.summary.type,parentSchema:schema45.properties.summary,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.principles !== undefined){
let data3 = data.principles;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err9 = {instancePath:instancePath+"/principles/" + i0,schemaPath:"common.schema.json#/$defs/principles/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.items.type,parentSchema:schema48.items,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/principles",schemaPath:"common.schema.json#/$defs/principles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema48.type,parentSchema:schema48,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.weight !== undefined){
let data5 = data.weight;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 1000000 || isNaN(data5)){
const err11 = {instancePath:instancePath+"/weight",schemaPath:"common.schema.json#/$defs/weight/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/weight",schemaPath:"common.schema.json#/$defs/weight/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/weight",schemaPath:"common.schema.json#/$defs/weight/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.questions !== undefined){
let data6 = data.questions;
if(Array.isArray(data6)){
if(data6.length < 1){
const err14 = {instancePath:instancePath+"/questions",schemaPath:"#/properties/questions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema45.properties.questions,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
if(!(validate23(data6[i1], {instancePath:instancePath+"/questions/" + i1,parentData:data6,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/questions",schemaPath:"#/properties/questions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema45.properties.questions.type,parentSchema:schema45.properties.questions,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.type,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validateStep = validate27;
const schema60 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://ungps-compass.invalid/schemas/step.schema.json","title":"StepFile","description":"steps/<id>.yaml: one step and its guiding questions, which are covered or not and never scored.","type":"object","required":["id","title","questions"],"additionalProperties":false,"properties":{"id":{"$ref":"common.schema.json#/$defs/id"},"title":{"$ref":"common.schema.json#/$defs/text"},"summary":{"type":"string"},"questions":{"type":"array","minItems":1,"items":{"title":"GuidingQuestionEntry","type":"object","required":["id","text"],"additionalProperties":false,"properties":{"id":{"$ref":"common.schema.json#/$defs/id"},"text":{"$ref":"common.schema.json#/$defs/text"},"help":{"type":"string"},"principles":{"$ref":"common.schema.json#/$defs/principles"},"was":{"type":"array","items":{"$ref":"common.schema.json#/$defs/fullId"}}}}}}};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://ungps-compass.invalid/schemas/step.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.title === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'",schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.questions === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "questions"},message:"must have required property '"+"questions"+"'",schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "id") || (key0 === "title")) || (key0 === "summary")) || (key0 === "questions"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err4 = {instancePath:instancePath+"/id",schemaPath:"common.schema.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema33,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/id",schemaPath:"common.schema.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.title !== undefined){
let data1 = data.title;
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err6 = {instancePath:instancePath+"/title",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/title",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.summary !== undefined){
let data2 = data.summary;
if(typeof data2 !== "string"){
const err8 = {instancePath:instancePath+"/summary",schemaPath:"#/properties/summary/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.summary.type,parentSchema:schema60.properties.summary,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.questions !== undefined){
let data3 = data.questions;
if(Array.isArray(data3)){
if(data3.length < 1){
const err9 = {instancePath:instancePath+"/questions",schemaPath:"#/properties/questions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema60.properties.questions,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.id === undefined){
const err10 = {instancePath:instancePath+"/questions/" + i0,schemaPath:"#/properties/questions/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema60.properties.questions.items.required,parentSchema:schema60.properties.questions.items,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data4.text === undefined){
const err11 = {instancePath:instancePath+"/questions/" + i0,schemaPath:"#/properties/questions/items/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'",schema:schema60.properties.questions.items.required,parentSchema:schema60.properties.questions.items,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data4){
if(!(((((key1 === "id") || (key1 === "text")) || (key1 === "help")) || (key1 === "principles")) || (key1 === "was"))){
const err12 = {instancePath:instancePath+"/questions/" + i0,schemaPath:"#/properties/questions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema60.properties.questions.items,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4.id !== undefined){
let data5 = data4.id;
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
const err13 = {instancePath:instancePath+"/questions/" + i0+"/id",schemaPath:"common.schema.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema33,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/questions/" + i0+"/id",schemaPath:"common.schema.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data4.text !== undefined){
let data6 = data4.text;
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
const err15 = {instancePath:instancePath+"/questions/" + i0+"/text",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/questions/" + i0+"/text",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data4.help !== undefined){
let data7 = data4.help;
if(typeof data7 !== "string"){
const err17 = {instancePath:instancePath+"/questions/" + i0+"/help",schemaPath:"#/properties/questions/items/properties/help/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.questions.items.properties.help.type,parentSchema:schema60.properties.questions.items.properties.help,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4.principles !== undefined){
let data8 = data4.principles;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err18 = {instancePath:instancePath+"/questions/" + i0+"/principles/" + i1,schemaPath:"common.schema.json#/$defs/principles/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.items.type,parentSchema:schema48.items,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/questions/" + i0+"/principles",schemaPath:"common.schema.json#/$defs/principles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema48.type,parentSchema:schema48,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4.was !== undefined){
let data10 = data4.was;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
if(typeof data11 === "string"){
if(!pattern13.test(data11)){
const err20 = {instancePath:instancePath+"/questions/" + i0+"/was/" + i2,schemaPath:"common.schema.json#/$defs/fullId/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*[.][A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema42,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/questions/" + i0+"/was/" + i2,schemaPath:"common.schema.json#/$defs/fullId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.type,parentSchema:schema42,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/questions/" + i0+"/was",schemaPath:"#/properties/questions/items/properties/was/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema60.properties.questions.items.properties.was.type,parentSchema:schema60.properties.questions.items.properties.was,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/questions/" + i0,schemaPath:"#/properties/questions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.properties.questions.items.type,parentSchema:schema60.properties.questions.items,data:data4};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/questions",schemaPath:"#/properties/questions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema60.properties.questions.type,parentSchema:schema60.properties.questions,data:data3};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validateFlags = validate28;
const schema67 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://ungps-compass.invalid/schemas/flags.schema.json","title":"FlagsFile","description":"flags.yaml: things in a draft that themselves endanger human rights.","type":"object","required":["flags"],"additionalProperties":false,"properties":{"flags":{"type":"array","items":{"title":"FlagEntry","type":"object","required":["id","text","severity"],"additionalProperties":false,"properties":{"id":{"$ref":"common.schema.json#/$defs/id"},"text":{"$ref":"common.schema.json#/$defs/text"},"help":{"type":"string"},"severity":{"enum":["severe","serious","watch"]},"principles":{"$ref":"common.schema.json#/$defs/principles"},"terms":{"$ref":"common.schema.json#/$defs/terms"},"deduct":{"type":"number","minimum":0,"maximum":100,"description":"Points off the overall score where the flag is present."}}}}}};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate29.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema57.type,parentSchema:schema57,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}
validate29.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://ungps-compass.invalid/schemas/flags.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.flags === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "flags"},message:"must have required property '"+"flags"+"'",schema:schema67.required,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "flags")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.flags !== undefined){
let data0 = data.flags;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.id === undefined){
const err2 = {instancePath:instancePath+"/flags/" + i0,schemaPath:"#/properties/flags/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema67.properties.flags.items.required,parentSchema:schema67.properties.flags.items,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data1.text === undefined){
const err3 = {instancePath:instancePath+"/flags/" + i0,schemaPath:"#/properties/flags/items/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'",schema:schema67.properties.flags.items.required,parentSchema:schema67.properties.flags.items,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1.severity === undefined){
const err4 = {instancePath:instancePath+"/flags/" + i0,schemaPath:"#/properties/flags/items/required",keyword:"required",params:{missingProperty: "severity"},message:"must have required property '"+"severity"+"'",schema:schema67.properties.flags.items.required,parentSchema:schema67.properties.flags.items,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data1){
if(!(((((((key1 === "id") || (key1 === "text")) || (key1 === "help")) || (key1 === "severity")) || (key1 === "principles")) || (key1 === "terms")) || (key1 === "deduct"))){
const err5 = {instancePath:instancePath+"/flags/" + i0,schemaPath:"#/properties/flags/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema67.properties.flags.items,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.id !== undefined){
let data2 = data1.id;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
const err6 = {instancePath:instancePath+"/flags/" + i0+"/id",schemaPath:"common.schema.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema33,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/flags/" + i0+"/id",schemaPath:"common.schema.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.text !== undefined){
let data3 = data1.text;
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err8 = {instancePath:instancePath+"/flags/" + i0+"/text",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/flags/" + i0+"/text",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data1.help !== undefined){
let data4 = data1.help;
if(typeof data4 !== "string"){
const err10 = {instancePath:instancePath+"/flags/" + i0+"/help",schemaPath:"#/properties/flags/items/properties/help/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema67.properties.flags.items.properties.help.type,parentSchema:schema67.properties.flags.items.properties.help,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.severity !== undefined){
let data5 = data1.severity;
if(!(((data5 === "severe") || (data5 === "serious")) || (data5 === "watch"))){
const err11 = {instancePath:instancePath+"/flags/" + i0+"/severity",schemaPath:"#/properties/flags/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema67.properties.flags.items.properties.severity.enum},message:"must be equal to one of the allowed values",schema:schema67.properties.flags.items.properties.severity.enum,parentSchema:schema67.properties.flags.items.properties.severity,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data1.principles !== undefined){
let data6 = data1.principles;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err12 = {instancePath:instancePath+"/flags/" + i0+"/principles/" + i1,schemaPath:"common.schema.json#/$defs/principles/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.items.type,parentSchema:schema48.items,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/flags/" + i0+"/principles",schemaPath:"common.schema.json#/$defs/principles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema48.type,parentSchema:schema48,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data1.terms !== undefined){
if(!(validate29(data1.terms, {instancePath:instancePath+"/flags/" + i0+"/terms",parentData:data1,parentDataProperty:"terms",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data1.deduct !== undefined){
let data9 = data1.deduct;
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 100 || isNaN(data9)){
const err14 = {instancePath:instancePath+"/flags/" + i0+"/deduct",schemaPath:"#/properties/flags/items/properties/deduct/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema67.properties.flags.items.properties.deduct,data:data9};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err15 = {instancePath:instancePath+"/flags/" + i0+"/deduct",schemaPath:"#/properties/flags/items/properties/deduct/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema67.properties.flags.items.properties.deduct,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/flags/" + i0+"/deduct",schemaPath:"#/properties/flags/items/properties/deduct/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema67.properties.flags.items.properties.deduct.type,parentSchema:schema67.properties.flags.items.properties.deduct,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/flags/" + i0,schemaPath:"#/properties/flags/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema67.properties.flags.items.type,parentSchema:schema67.properties.flags.items,data:data1};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/flags",schemaPath:"#/properties/flags/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema67.properties.flags.type,parentSchema:schema67.properties.flags,data:data0};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema67.type,parentSchema:schema67,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validateAnswers = validate31;
const schema73 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://ungps-compass.invalid/schemas/answers.schema.json","title":"AnswersFile","description":"*.answers.yaml or *.answers.json: one reviewer's assessment of one draft.","type":"object","required":["format","rubric"],"additionalProperties":false,"properties":{"$schema":{"type":"string"},"format":{"const":"compass-answers/1","description":"The file format; always the first line."},"rubric":{"type":"object","required":["id","version"],"additionalProperties":false,"properties":{"id":{"$ref":"common.schema.json#/$defs/id"},"version":{"$ref":"common.schema.json#/$defs/version"}}},"draft":{"title":"Draft","type":["object","null"],"additionalProperties":false,"properties":{"title":{"type":["string","null"]},"jurisdiction":{"type":["string","null"]},"version":{"type":["string","number","null"]},"date":{"type":["string","null"]},"text":{"type":["string","null"],"description":"Path of the draft's text, relative to this file."},"sha256":{"type":["string","null"],"description":"SHA-256 of that text when it was assessed."},"note":{"type":["string","null"],"description":"Which text was assessed, where that needs saying."},"was":{"description":"The text of an earlier version that the assessment was made on; kept by compass evidence rebase."}}},"reviewer":{"title":"Reviewer","type":["object","null"],"additionalProperties":false,"properties":{"name":{"type":["string","null"]},"organisation":{"type":["string","null"]}}},"answers":{"type":["object","null"],"description":"Full question id: a level, or a level with its reasons.","additionalProperties":{"$ref":"#/$defs/answer"}},"features":{"type":["object","null"],"description":"Whole features that do not apply.","additionalProperties":{"type":"object","required":["notApplicable"],"additionalProperties":false,"properties":{"notApplicable":{"$ref":"common.schema.json#/$defs/text"}}}},"steps":{"type":["object","null"],"description":"Guiding questions of the steps.","additionalProperties":{"title":"StepAnswerEntry","type":["object","string","null"],"additionalProperties":false,"properties":{"status":{"enum":["addressed","partly","missing",null]},"notes":{"type":["string","null"]},"review":{"type":["string","null"],"description":"Why the answer has to be looked at again."},"dissent":{"$ref":"#/$defs/dissent"}}}},"flags":{"type":["object","null"],"description":"Red flags looked for in the draft.","additionalProperties":{"title":"FlagAnswerEntry","type":["object","boolean","null"],"additionalProperties":false,"properties":{"present":{"type":["boolean","null"]},"rationale":{"type":["string","null"]},"evidence":{"$ref":"#/$defs/evidenceList"},"review":{"type":["string","null"],"description":"Why the answer has to be looked at again."},"dissent":{"$ref":"#/$defs/dissent"},"was":{"description":"What stood here before; kept, never scored."}}}},"panel":{"title":"PanelEntry","type":"object","description":"Which panel these answers were settled from; written by compass panel --settle.","required":["reviewers","rule","agreement","settled"],"additionalProperties":false,"properties":{"reviewers":{"type":"integer","minimum":2,"description":"How many there were."},"rule":{"enum":["median","lowest","unanimous"],"description":"How answers that differ were settled."},"members":{"type":"array","description":"Who they were; absent where names are left out.","items":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"organisation":{"type":"string"}}}},"agreement":{"type":"object","required":["percent","alpha"],"additionalProperties":false,"properties":{"percent":{"type":["number","null"],"minimum":0,"maximum":100,"description":"Share of pairs of answers that are alike."},"alpha":{"type":"object","description":"Krippendorff's alpha; null where it is not defined.","required":["nominal","ordinal","interval"],"additionalProperties":false,"properties":{"nominal":{"type":["number","null"],"maximum":1},"ordinal":{"type":["number","null"],"maximum":1},"interval":{"type":["number","null"],"maximum":1}}},"interval95":{"type":"object","additionalProperties":false,"properties":{"ordinal":{"type":"array","items":{"type":"number"},"minItems":2,"maxItems":2}}}}},"settled":{"type":"object","description":"How many answers came about how.","required":["agreed","byRule","open"],"additionalProperties":false,"properties":{"agreed":{"type":"integer","minimum":0},"byRule":{"type":"integer","minimum":0},"open":{"type":"integer","minimum":0}}}}},"was":{"type":"object","description":"What an earlier version of the rubric or of the draft had here; kept, never scored."}},"$defs":{"answer":{"title":"AnswerEntry","type":["integer","object","null"],"minimum":0,"additionalProperties":false,"properties":{"level":{"type":["integer","null"],"minimum":0},"notApplicable":{"$ref":"common.schema.json#/$defs/text","description":"Why the question does not apply; a reason is required."},"rationale":{"type":["string","null"]},"evidence":{"$ref":"#/$defs/evidenceList"},"confidence":{"enum":["low","medium","high",null]},"owner":{"type":["string","null"],"description":"Who closes the gap."},"due":{"type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$","description":"By when, as YYYY-MM-DD."},"review":{"type":["string","null"],"description":"Why the answer has to be looked at again."},"dissent":{"$ref":"#/$defs/dissent"},"was":{"description":"What stood here before; kept, never scored."}}},"dissent":{"type":["array","null"],"description":"Views of a panel's reviewers that are not this answer; kept, never scored.","items":{"title":"DissentEntry","type":"object","additionalProperties":false,"properties":{"reviewer":{"type":"string"},"level":{"type":"integer","minimum":0},"notApplicable":{"type":"string","description":"Why the question does not apply, in this view."},"present":{"type":"boolean","description":"Of a red flag."},"status":{"enum":["addressed","partly","missing"],"description":"Of a guiding question."},"rationale":{"type":"string"}}}},"evidenceList":{"type":["array","null"],"items":{"title":"EvidenceEntry","type":"object","additionalProperties":false,"properties":{"at":{"type":["string","null"],"description":"The provision, as a lawyer cites it: art. 14(2)."},"quote":{"type":["string","null"],"description":"Its words."},"note":{"type":["string","null"]},"was":{"description":"What stood here before; kept, never scored."}}}}}};
const schema79 = {"type":["array","null"],"description":"Views of a panel's reviewers that are not this answer; kept, never scored.","items":{"title":"DissentEntry","type":"object","additionalProperties":false,"properties":{"reviewer":{"type":"string"},"level":{"type":"integer","minimum":0},"notApplicable":{"type":"string","description":"Why the question does not apply, in this view."},"present":{"type":"boolean","description":"Of a red flag."},"status":{"enum":["addressed","partly","missing"],"description":"Of a guiding question."},"rationale":{"type":"string"}}}};
const schema78 = {"type":["array","null"],"items":{"title":"EvidenceEntry","type":"object","additionalProperties":false,"properties":{"at":{"type":["string","null"],"description":"The provision, as a lawyer cites it: art. 14(2)."},"quote":{"type":["string","null"],"description":"Its words."},"note":{"type":["string","null"]},"was":{"description":"What stood here before; kept, never scored."}}}};
const schema76 = {"title":"AnswerEntry","type":["integer","object","null"],"minimum":0,"additionalProperties":false,"properties":{"level":{"type":["integer","null"],"minimum":0},"notApplicable":{"$ref":"common.schema.json#/$defs/text","description":"Why the question does not apply; a reason is required."},"rationale":{"type":["string","null"]},"evidence":{"$ref":"#/$defs/evidenceList"},"confidence":{"enum":["low","medium","high",null]},"owner":{"type":["string","null"],"description":"Who closes the gap."},"due":{"type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$","description":"By when, as YYYY-MM-DD."},"review":{"type":["string","null"],"description":"Why the answer has to be looked at again."},"dissent":{"$ref":"#/$defs/dissent"},"was":{"description":"What stood here before; kept, never scored."}}};
const pattern36 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(((!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))) && (!(data && typeof data == "object" && !Array.isArray(data)))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema76.type},message:"must be integer,object,null",schema:schema76.type,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data < 0 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema76.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema76,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.level !== undefined){
let data0 = data.level;
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (data0 !== null)){
const err3 = {instancePath:instancePath+"/level",schemaPath:"#/properties/level/type",keyword:"type",params:{type: schema76.properties.level.type},message:"must be integer,null",schema:schema76.properties.level.type,parentSchema:schema76.properties.level,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/level",schemaPath:"#/properties/level/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema76.properties.level,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.notApplicable !== undefined){
let data1 = data.notApplicable;
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err5 = {instancePath:instancePath+"/notApplicable",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/notApplicable",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.rationale !== undefined){
let data2 = data.rationale;
if((typeof data2 !== "string") && (data2 !== null)){
const err7 = {instancePath:instancePath+"/rationale",schemaPath:"#/properties/rationale/type",keyword:"type",params:{type: schema76.properties.rationale.type},message:"must be string,null",schema:schema76.properties.rationale.type,parentSchema:schema76.properties.rationale,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.evidence !== undefined){
let data3 = data.evidence;
if((!(Array.isArray(data3))) && (data3 !== null)){
const err8 = {instancePath:instancePath+"/evidence",schemaPath:"#/$defs/evidenceList/type",keyword:"type",params:{type: schema78.type},message:"must be array,null",schema:schema78.type,parentSchema:schema78,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!((((key1 === "at") || (key1 === "quote")) || (key1 === "note")) || (key1 === "was"))){
const err9 = {instancePath:instancePath+"/evidence/" + i0,schemaPath:"#/$defs/evidenceList/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema78.items,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.at !== undefined){
let data5 = data4.at;
if((typeof data5 !== "string") && (data5 !== null)){
const err10 = {instancePath:instancePath+"/evidence/" + i0+"/at",schemaPath:"#/$defs/evidenceList/items/properties/at/type",keyword:"type",params:{type: schema78.items.properties.at.type},message:"must be string,null",schema:schema78.items.properties.at.type,parentSchema:schema78.items.properties.at,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.quote !== undefined){
let data6 = data4.quote;
if((typeof data6 !== "string") && (data6 !== null)){
const err11 = {instancePath:instancePath+"/evidence/" + i0+"/quote",schemaPath:"#/$defs/evidenceList/items/properties/quote/type",keyword:"type",params:{type: schema78.items.properties.quote.type},message:"must be string,null",schema:schema78.items.properties.quote.type,parentSchema:schema78.items.properties.quote,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data4.note !== undefined){
let data7 = data4.note;
if((typeof data7 !== "string") && (data7 !== null)){
const err12 = {instancePath:instancePath+"/evidence/" + i0+"/note",schemaPath:"#/$defs/evidenceList/items/properties/note/type",keyword:"type",params:{type: schema78.items.properties.note.type},message:"must be string,null",schema:schema78.items.properties.note.type,parentSchema:schema78.items.properties.note,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/evidence/" + i0,schemaPath:"#/$defs/evidenceList/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema78.items.type,parentSchema:schema78.items,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
if(data.confidence !== undefined){
let data8 = data.confidence;
if(!((((data8 === "low") || (data8 === "medium")) || (data8 === "high")) || (data8 === null))){
const err14 = {instancePath:instancePath+"/confidence",schemaPath:"#/properties/confidence/enum",keyword:"enum",params:{allowedValues: schema76.properties.confidence.enum},message:"must be equal to one of the allowed values",schema:schema76.properties.confidence.enum,parentSchema:schema76.properties.confidence,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.owner !== undefined){
let data9 = data.owner;
if((typeof data9 !== "string") && (data9 !== null)){
const err15 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type: schema76.properties.owner.type},message:"must be string,null",schema:schema76.properties.owner.type,parentSchema:schema76.properties.owner,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.due !== undefined){
let data10 = data.due;
if((typeof data10 !== "string") && (data10 !== null)){
const err16 = {instancePath:instancePath+"/due",schemaPath:"#/properties/due/type",keyword:"type",params:{type: schema76.properties.due.type},message:"must be string,null",schema:schema76.properties.due.type,parentSchema:schema76.properties.due,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(typeof data10 === "string"){
if(!pattern36.test(data10)){
const err17 = {instancePath:instancePath+"/due",schemaPath:"#/properties/due/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"+"\"",schema:"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",parentSchema:schema76.properties.due,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.review !== undefined){
let data11 = data.review;
if((typeof data11 !== "string") && (data11 !== null)){
const err18 = {instancePath:instancePath+"/review",schemaPath:"#/properties/review/type",keyword:"type",params:{type: schema76.properties.review.type},message:"must be string,null",schema:schema76.properties.review.type,parentSchema:schema76.properties.review,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.dissent !== undefined){
let data12 = data.dissent;
if((!(Array.isArray(data12))) && (data12 !== null)){
const err19 = {instancePath:instancePath+"/dissent",schemaPath:"#/$defs/dissent/type",keyword:"type",params:{type: schema79.type},message:"must be array,null",schema:schema79.type,parentSchema:schema79,data:data12};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key2 in data13){
if(!((((((key2 === "reviewer") || (key2 === "level")) || (key2 === "notApplicable")) || (key2 === "present")) || (key2 === "status")) || (key2 === "rationale"))){
const err20 = {instancePath:instancePath+"/dissent/" + i1,schemaPath:"#/$defs/dissent/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema79.items,data:data13};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data13.reviewer !== undefined){
let data14 = data13.reviewer;
if(typeof data14 !== "string"){
const err21 = {instancePath:instancePath+"/dissent/" + i1+"/reviewer",schemaPath:"#/$defs/dissent/items/properties/reviewer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema79.items.properties.reviewer.type,parentSchema:schema79.items.properties.reviewer,data:data14};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data13.level !== undefined){
let data15 = data13.level;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err22 = {instancePath:instancePath+"/dissent/" + i1+"/level",schemaPath:"#/$defs/dissent/items/properties/level/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema79.items.properties.level.type,parentSchema:schema79.items.properties.level,data:data15};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
const err23 = {instancePath:instancePath+"/dissent/" + i1+"/level",schemaPath:"#/$defs/dissent/items/properties/level/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema79.items.properties.level,data:data15};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data13.notApplicable !== undefined){
let data16 = data13.notApplicable;
if(typeof data16 !== "string"){
const err24 = {instancePath:instancePath+"/dissent/" + i1+"/notApplicable",schemaPath:"#/$defs/dissent/items/properties/notApplicable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema79.items.properties.notApplicable.type,parentSchema:schema79.items.properties.notApplicable,data:data16};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data13.present !== undefined){
let data17 = data13.present;
if(typeof data17 !== "boolean"){
const err25 = {instancePath:instancePath+"/dissent/" + i1+"/present",schemaPath:"#/$defs/dissent/items/properties/present/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema79.items.properties.present.type,parentSchema:schema79.items.properties.present,data:data17};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data13.status !== undefined){
let data18 = data13.status;
if(!(((data18 === "addressed") || (data18 === "partly")) || (data18 === "missing"))){
const err26 = {instancePath:instancePath+"/dissent/" + i1+"/status",schemaPath:"#/$defs/dissent/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema79.items.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema79.items.properties.status.enum,parentSchema:schema79.items.properties.status,data:data18};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data13.rationale !== undefined){
let data19 = data13.rationale;
if(typeof data19 !== "string"){
const err27 = {instancePath:instancePath+"/dissent/" + i1+"/rationale",schemaPath:"#/$defs/dissent/items/properties/rationale/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema79.items.properties.rationale.type,parentSchema:schema79.items.properties.rationale,data:data19};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/dissent/" + i1,schemaPath:"#/$defs/dissent/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema79.items.type,parentSchema:schema79.items,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
}
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://ungps-compass.invalid/schemas/answers.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.format === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema73.required,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.rubric === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "rubric"},message:"must have required property '"+"rubric"+"'",schema:schema73.required,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema73.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema73.properties.$schema.type,parentSchema:schema73.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.format !== undefined){
let data1 = data.format;
if("compass-answers/1" !== data1){
const err4 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "compass-answers/1"},message:"must be equal to constant",schema:"compass-answers/1",parentSchema:schema73.properties.format,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.rubric !== undefined){
let data2 = data.rubric;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.id === undefined){
const err5 = {instancePath:instancePath+"/rubric",schemaPath:"#/properties/rubric/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema73.properties.rubric.required,parentSchema:schema73.properties.rubric,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.version === undefined){
const err6 = {instancePath:instancePath+"/rubric",schemaPath:"#/properties/rubric/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema73.properties.rubric.required,parentSchema:schema73.properties.rubric,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data2){
if(!((key1 === "id") || (key1 === "version"))){
const err7 = {instancePath:instancePath+"/rubric",schemaPath:"#/properties/rubric/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.rubric,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.id !== undefined){
let data3 = data2.id;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err8 = {instancePath:instancePath+"/rubric/id",schemaPath:"common.schema.json#/$defs/id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema33,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/rubric/id",schemaPath:"common.schema.json#/$defs/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.version !== undefined){
let data4 = data2.version;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
const err10 = {instancePath:instancePath+"/rubric/version",schemaPath:"common.schema.json#/$defs/version/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)$"},message:"must match pattern \""+"^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)$"+"\"",schema:"^(0|[1-9][0-9]*)[.](0|[1-9][0-9]*)[.](0|[1-9][0-9]*)$",parentSchema:schema34,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/rubric/version",schemaPath:"common.schema.json#/$defs/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.type,parentSchema:schema34,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/rubric",schemaPath:"#/properties/rubric/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.properties.rubric.type,parentSchema:schema73.properties.rubric,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.draft !== undefined){
let data5 = data.draft;
if((!(data5 && typeof data5 == "object" && !Array.isArray(data5))) && (data5 !== null)){
const err13 = {instancePath:instancePath+"/draft",schemaPath:"#/properties/draft/type",keyword:"type",params:{type: schema73.properties.draft.type},message:"must be object,null",schema:schema73.properties.draft.type,parentSchema:schema73.properties.draft,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(!((((((((key2 === "title") || (key2 === "jurisdiction")) || (key2 === "version")) || (key2 === "date")) || (key2 === "text")) || (key2 === "sha256")) || (key2 === "note")) || (key2 === "was"))){
const err14 = {instancePath:instancePath+"/draft",schemaPath:"#/properties/draft/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.draft,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.title !== undefined){
let data6 = data5.title;
if((typeof data6 !== "string") && (data6 !== null)){
const err15 = {instancePath:instancePath+"/draft/title",schemaPath:"#/properties/draft/properties/title/type",keyword:"type",params:{type: schema73.properties.draft.properties.title.type},message:"must be string,null",schema:schema73.properties.draft.properties.title.type,parentSchema:schema73.properties.draft.properties.title,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data5.jurisdiction !== undefined){
let data7 = data5.jurisdiction;
if((typeof data7 !== "string") && (data7 !== null)){
const err16 = {instancePath:instancePath+"/draft/jurisdiction",schemaPath:"#/properties/draft/properties/jurisdiction/type",keyword:"type",params:{type: schema73.properties.draft.properties.jurisdiction.type},message:"must be string,null",schema:schema73.properties.draft.properties.jurisdiction.type,parentSchema:schema73.properties.draft.properties.jurisdiction,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.version !== undefined){
let data8 = data5.version;
if(((typeof data8 !== "string") && (!((typeof data8 == "number") && (isFinite(data8))))) && (data8 !== null)){
const err17 = {instancePath:instancePath+"/draft/version",schemaPath:"#/properties/draft/properties/version/type",keyword:"type",params:{type: schema73.properties.draft.properties.version.type},message:"must be string,number,null",schema:schema73.properties.draft.properties.version.type,parentSchema:schema73.properties.draft.properties.version,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.date !== undefined){
let data9 = data5.date;
if((typeof data9 !== "string") && (data9 !== null)){
const err18 = {instancePath:instancePath+"/draft/date",schemaPath:"#/properties/draft/properties/date/type",keyword:"type",params:{type: schema73.properties.draft.properties.date.type},message:"must be string,null",schema:schema73.properties.draft.properties.date.type,parentSchema:schema73.properties.draft.properties.date,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data5.text !== undefined){
let data10 = data5.text;
if((typeof data10 !== "string") && (data10 !== null)){
const err19 = {instancePath:instancePath+"/draft/text",schemaPath:"#/properties/draft/properties/text/type",keyword:"type",params:{type: schema73.properties.draft.properties.text.type},message:"must be string,null",schema:schema73.properties.draft.properties.text.type,parentSchema:schema73.properties.draft.properties.text,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.sha256 !== undefined){
let data11 = data5.sha256;
if((typeof data11 !== "string") && (data11 !== null)){
const err20 = {instancePath:instancePath+"/draft/sha256",schemaPath:"#/properties/draft/properties/sha256/type",keyword:"type",params:{type: schema73.properties.draft.properties.sha256.type},message:"must be string,null",schema:schema73.properties.draft.properties.sha256.type,parentSchema:schema73.properties.draft.properties.sha256,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data5.note !== undefined){
let data12 = data5.note;
if((typeof data12 !== "string") && (data12 !== null)){
const err21 = {instancePath:instancePath+"/draft/note",schemaPath:"#/properties/draft/properties/note/type",keyword:"type",params:{type: schema73.properties.draft.properties.note.type},message:"must be string,null",schema:schema73.properties.draft.properties.note.type,parentSchema:schema73.properties.draft.properties.note,data:data12};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
if(data.reviewer !== undefined){
let data13 = data.reviewer;
if((!(data13 && typeof data13 == "object" && !Array.isArray(data13))) && (data13 !== null)){
const err22 = {instancePath:instancePath+"/reviewer",schemaPath:"#/properties/reviewer/type",keyword:"type",params:{type: schema73.properties.reviewer.type},message:"must be object,null",schema:schema73.properties.reviewer.type,parentSchema:schema73.properties.reviewer,data:data13};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key3 in data13){
if(!((key3 === "name") || (key3 === "organisation"))){
const err23 = {instancePath:instancePath+"/reviewer",schemaPath:"#/properties/reviewer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.reviewer,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data13.name !== undefined){
let data14 = data13.name;
if((typeof data14 !== "string") && (data14 !== null)){
const err24 = {instancePath:instancePath+"/reviewer/name",schemaPath:"#/properties/reviewer/properties/name/type",keyword:"type",params:{type: schema73.properties.reviewer.properties.name.type},message:"must be string,null",schema:schema73.properties.reviewer.properties.name.type,parentSchema:schema73.properties.reviewer.properties.name,data:data14};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data13.organisation !== undefined){
let data15 = data13.organisation;
if((typeof data15 !== "string") && (data15 !== null)){
const err25 = {instancePath:instancePath+"/reviewer/organisation",schemaPath:"#/properties/reviewer/properties/organisation/type",keyword:"type",params:{type: schema73.properties.reviewer.properties.organisation.type},message:"must be string,null",schema:schema73.properties.reviewer.properties.organisation.type,parentSchema:schema73.properties.reviewer.properties.organisation,data:data15};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
if(data.answers !== undefined){
let data16 = data.answers;
if((!(data16 && typeof data16 == "object" && !Array.isArray(data16))) && (data16 !== null)){
const err26 = {instancePath:instancePath+"/answers",schemaPath:"#/properties/answers/type",keyword:"type",params:{type: schema73.properties.answers.type},message:"must be object,null",schema:schema73.properties.answers.type,parentSchema:schema73.properties.answers,data:data16};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key4 in data16){
if(!(validate32(data16[key4], {instancePath:instancePath+"/answers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data16,parentDataProperty:key4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
}
if(data.features !== undefined){
let data18 = data.features;
if((!(data18 && typeof data18 == "object" && !Array.isArray(data18))) && (data18 !== null)){
const err27 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: schema73.properties.features.type},message:"must be object,null",schema:schema73.properties.features.type,parentSchema:schema73.properties.features,data:data18};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key5 in data18){
let data19 = data18[key5];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.notApplicable === undefined){
const err28 = {instancePath:instancePath+"/features/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/features/additionalProperties/required",keyword:"required",params:{missingProperty: "notApplicable"},message:"must have required property '"+"notApplicable"+"'",schema:schema73.properties.features.additionalProperties.required,parentSchema:schema73.properties.features.additionalProperties,data:data19};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key6 in data19){
if(!(key6 === "notApplicable")){
const err29 = {instancePath:instancePath+"/features/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/features/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.features.additionalProperties,data:data19};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data19.notApplicable !== undefined){
let data20 = data19.notApplicable;
if(typeof data20 === "string"){
if(!pattern6.test(data20)){
const err30 = {instancePath:instancePath+"/features/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/notApplicable",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data20};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/features/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/notApplicable",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data20};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/features/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/features/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.properties.features.additionalProperties.type,parentSchema:schema73.properties.features.additionalProperties,data:data19};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
}
if(data.steps !== undefined){
let data21 = data.steps;
if((!(data21 && typeof data21 == "object" && !Array.isArray(data21))) && (data21 !== null)){
const err33 = {instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: schema73.properties.steps.type},message:"must be object,null",schema:schema73.properties.steps.type,parentSchema:schema73.properties.steps,data:data21};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key7 in data21){
let data22 = data21[key7];
if(((!(data22 && typeof data22 == "object" && !Array.isArray(data22))) && (typeof data22 !== "string")) && (data22 !== null)){
const err34 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/steps/additionalProperties/type",keyword:"type",params:{type: schema73.properties.steps.additionalProperties.type},message:"must be object,string,null",schema:schema73.properties.steps.additionalProperties.type,parentSchema:schema73.properties.steps.additionalProperties,data:data22};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key8 in data22){
if(!((((key8 === "status") || (key8 === "notes")) || (key8 === "review")) || (key8 === "dissent"))){
const err35 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/steps/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.steps.additionalProperties,data:data22};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data22.status !== undefined){
let data23 = data22.status;
if(!((((data23 === "addressed") || (data23 === "partly")) || (data23 === "missing")) || (data23 === null))){
const err36 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/status",schemaPath:"#/properties/steps/additionalProperties/properties/status/enum",keyword:"enum",params:{allowedValues: schema73.properties.steps.additionalProperties.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema73.properties.steps.additionalProperties.properties.status.enum,parentSchema:schema73.properties.steps.additionalProperties.properties.status,data:data23};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data22.notes !== undefined){
let data24 = data22.notes;
if((typeof data24 !== "string") && (data24 !== null)){
const err37 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/notes",schemaPath:"#/properties/steps/additionalProperties/properties/notes/type",keyword:"type",params:{type: schema73.properties.steps.additionalProperties.properties.notes.type},message:"must be string,null",schema:schema73.properties.steps.additionalProperties.properties.notes.type,parentSchema:schema73.properties.steps.additionalProperties.properties.notes,data:data24};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data22.review !== undefined){
let data25 = data22.review;
if((typeof data25 !== "string") && (data25 !== null)){
const err38 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/review",schemaPath:"#/properties/steps/additionalProperties/properties/review/type",keyword:"type",params:{type: schema73.properties.steps.additionalProperties.properties.review.type},message:"must be string,null",schema:schema73.properties.steps.additionalProperties.properties.review.type,parentSchema:schema73.properties.steps.additionalProperties.properties.review,data:data25};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data22.dissent !== undefined){
let data26 = data22.dissent;
if((!(Array.isArray(data26))) && (data26 !== null)){
const err39 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent",schemaPath:"#/$defs/dissent/type",keyword:"type",params:{type: schema79.type},message:"must be array,null",schema:schema79.type,parentSchema:schema79,data:data26};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(Array.isArray(data26)){
const len0 = data26.length;
for(let i0=0; i0<len0; i0++){
let data27 = data26[i0];
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key9 in data27){
if(!((((((key9 === "reviewer") || (key9 === "level")) || (key9 === "notApplicable")) || (key9 === "present")) || (key9 === "status")) || (key9 === "rationale"))){
const err40 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i0,schemaPath:"#/$defs/dissent/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema79.items,data:data27};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data27.reviewer !== undefined){
let data28 = data27.reviewer;
if(typeof data28 !== "string"){
const err41 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i0+"/reviewer",schemaPath:"#/$defs/dissent/items/properties/reviewer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema79.items.properties.reviewer.type,parentSchema:schema79.items.properties.reviewer,data:data28};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data27.level !== undefined){
let data29 = data27.level;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err42 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i0+"/level",schemaPath:"#/$defs/dissent/items/properties/level/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema79.items.properties.level.type,parentSchema:schema79.items.properties.level,data:data29};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
const err43 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i0+"/level",schemaPath:"#/$defs/dissent/items/properties/level/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema79.items.properties.level,data:data29};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data27.notApplicable !== undefined){
let data30 = data27.notApplicable;
if(typeof data30 !== "string"){
const err44 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i0+"/notApplicable",schemaPath:"#/$defs/dissent/items/properties/notApplicable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema79.items.properties.notApplicable.type,parentSchema:schema79.items.properties.notApplicable,data:data30};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data27.present !== undefined){
let data31 = data27.present;
if(typeof data31 !== "boolean"){
const err45 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i0+"/present",schemaPath:"#/$defs/dissent/items/properties/present/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema79.items.properties.present.type,parentSchema:schema79.items.properties.present,data:data31};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data27.status !== undefined){
let data32 = data27.status;
if(!(((data32 === "addressed") || (data32 === "partly")) || (data32 === "missing"))){
const err46 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i0+"/status",schemaPath:"#/$defs/dissent/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema79.items.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema79.items.properties.status.enum,parentSchema:schema79.items.properties.status,data:data32};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data27.rationale !== undefined){
let data33 = data27.rationale;
if(typeof data33 !== "string"){
const err47 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i0+"/rationale",schemaPath:"#/$defs/dissent/items/properties/rationale/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema79.items.properties.rationale.type,parentSchema:schema79.items.properties.rationale,data:data33};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/steps/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i0,schemaPath:"#/$defs/dissent/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema79.items.type,parentSchema:schema79.items,data:data27};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
}
}
}
}
}
if(data.flags !== undefined){
let data34 = data.flags;
if((!(data34 && typeof data34 == "object" && !Array.isArray(data34))) && (data34 !== null)){
const err49 = {instancePath:instancePath+"/flags",schemaPath:"#/properties/flags/type",keyword:"type",params:{type: schema73.properties.flags.type},message:"must be object,null",schema:schema73.properties.flags.type,parentSchema:schema73.properties.flags,data:data34};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key10 in data34){
let data35 = data34[key10];
if(((!(data35 && typeof data35 == "object" && !Array.isArray(data35))) && (typeof data35 !== "boolean")) && (data35 !== null)){
const err50 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/flags/additionalProperties/type",keyword:"type",params:{type: schema73.properties.flags.additionalProperties.type},message:"must be object,boolean,null",schema:schema73.properties.flags.additionalProperties.type,parentSchema:schema73.properties.flags.additionalProperties,data:data35};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key11 in data35){
if(!((((((key11 === "present") || (key11 === "rationale")) || (key11 === "evidence")) || (key11 === "review")) || (key11 === "dissent")) || (key11 === "was"))){
const err51 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/flags/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.flags.additionalProperties,data:data35};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data35.present !== undefined){
let data36 = data35.present;
if((typeof data36 !== "boolean") && (data36 !== null)){
const err52 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/present",schemaPath:"#/properties/flags/additionalProperties/properties/present/type",keyword:"type",params:{type: schema73.properties.flags.additionalProperties.properties.present.type},message:"must be boolean,null",schema:schema73.properties.flags.additionalProperties.properties.present.type,parentSchema:schema73.properties.flags.additionalProperties.properties.present,data:data36};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data35.rationale !== undefined){
let data37 = data35.rationale;
if((typeof data37 !== "string") && (data37 !== null)){
const err53 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/rationale",schemaPath:"#/properties/flags/additionalProperties/properties/rationale/type",keyword:"type",params:{type: schema73.properties.flags.additionalProperties.properties.rationale.type},message:"must be string,null",schema:schema73.properties.flags.additionalProperties.properties.rationale.type,parentSchema:schema73.properties.flags.additionalProperties.properties.rationale,data:data37};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data35.evidence !== undefined){
let data38 = data35.evidence;
if((!(Array.isArray(data38))) && (data38 !== null)){
const err54 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/evidence",schemaPath:"#/$defs/evidenceList/type",keyword:"type",params:{type: schema78.type},message:"must be array,null",schema:schema78.type,parentSchema:schema78,data:data38};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(Array.isArray(data38)){
const len1 = data38.length;
for(let i1=0; i1<len1; i1++){
let data39 = data38[i1];
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
for(const key12 in data39){
if(!((((key12 === "at") || (key12 === "quote")) || (key12 === "note")) || (key12 === "was"))){
const err55 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/evidence/" + i1,schemaPath:"#/$defs/evidenceList/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema78.items,data:data39};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data39.at !== undefined){
let data40 = data39.at;
if((typeof data40 !== "string") && (data40 !== null)){
const err56 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/evidence/" + i1+"/at",schemaPath:"#/$defs/evidenceList/items/properties/at/type",keyword:"type",params:{type: schema78.items.properties.at.type},message:"must be string,null",schema:schema78.items.properties.at.type,parentSchema:schema78.items.properties.at,data:data40};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data39.quote !== undefined){
let data41 = data39.quote;
if((typeof data41 !== "string") && (data41 !== null)){
const err57 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/evidence/" + i1+"/quote",schemaPath:"#/$defs/evidenceList/items/properties/quote/type",keyword:"type",params:{type: schema78.items.properties.quote.type},message:"must be string,null",schema:schema78.items.properties.quote.type,parentSchema:schema78.items.properties.quote,data:data41};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data39.note !== undefined){
let data42 = data39.note;
if((typeof data42 !== "string") && (data42 !== null)){
const err58 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/evidence/" + i1+"/note",schemaPath:"#/$defs/evidenceList/items/properties/note/type",keyword:"type",params:{type: schema78.items.properties.note.type},message:"must be string,null",schema:schema78.items.properties.note.type,parentSchema:schema78.items.properties.note,data:data42};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/evidence/" + i1,schemaPath:"#/$defs/evidenceList/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema78.items.type,parentSchema:schema78.items,data:data39};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
}
if(data35.review !== undefined){
let data43 = data35.review;
if((typeof data43 !== "string") && (data43 !== null)){
const err60 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/review",schemaPath:"#/properties/flags/additionalProperties/properties/review/type",keyword:"type",params:{type: schema73.properties.flags.additionalProperties.properties.review.type},message:"must be string,null",schema:schema73.properties.flags.additionalProperties.properties.review.type,parentSchema:schema73.properties.flags.additionalProperties.properties.review,data:data43};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data35.dissent !== undefined){
let data44 = data35.dissent;
if((!(Array.isArray(data44))) && (data44 !== null)){
const err61 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent",schemaPath:"#/$defs/dissent/type",keyword:"type",params:{type: schema79.type},message:"must be array,null",schema:schema79.type,parentSchema:schema79,data:data44};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(Array.isArray(data44)){
const len2 = data44.length;
for(let i2=0; i2<len2; i2++){
let data45 = data44[i2];
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
for(const key13 in data45){
if(!((((((key13 === "reviewer") || (key13 === "level")) || (key13 === "notApplicable")) || (key13 === "present")) || (key13 === "status")) || (key13 === "rationale"))){
const err62 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i2,schemaPath:"#/$defs/dissent/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema79.items,data:data45};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data45.reviewer !== undefined){
let data46 = data45.reviewer;
if(typeof data46 !== "string"){
const err63 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i2+"/reviewer",schemaPath:"#/$defs/dissent/items/properties/reviewer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema79.items.properties.reviewer.type,parentSchema:schema79.items.properties.reviewer,data:data46};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data45.level !== undefined){
let data47 = data45.level;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
const err64 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i2+"/level",schemaPath:"#/$defs/dissent/items/properties/level/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema79.items.properties.level.type,parentSchema:schema79.items.properties.level,data:data47};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 < 0 || isNaN(data47)){
const err65 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i2+"/level",schemaPath:"#/$defs/dissent/items/properties/level/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema79.items.properties.level,data:data47};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
if(data45.notApplicable !== undefined){
let data48 = data45.notApplicable;
if(typeof data48 !== "string"){
const err66 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i2+"/notApplicable",schemaPath:"#/$defs/dissent/items/properties/notApplicable/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema79.items.properties.notApplicable.type,parentSchema:schema79.items.properties.notApplicable,data:data48};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data45.present !== undefined){
let data49 = data45.present;
if(typeof data49 !== "boolean"){
const err67 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i2+"/present",schemaPath:"#/$defs/dissent/items/properties/present/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema79.items.properties.present.type,parentSchema:schema79.items.properties.present,data:data49};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data45.status !== undefined){
let data50 = data45.status;
if(!(((data50 === "addressed") || (data50 === "partly")) || (data50 === "missing"))){
const err68 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i2+"/status",schemaPath:"#/$defs/dissent/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema79.items.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema79.items.properties.status.enum,parentSchema:schema79.items.properties.status,data:data50};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data45.rationale !== undefined){
let data51 = data45.rationale;
if(typeof data51 !== "string"){
const err69 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i2+"/rationale",schemaPath:"#/$defs/dissent/items/properties/rationale/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema79.items.properties.rationale.type,parentSchema:schema79.items.properties.rationale,data:data51};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/flags/" + key10.replace(/~/g, "~0").replace(/\//g, "~1")+"/dissent/" + i2,schemaPath:"#/$defs/dissent/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema79.items.type,parentSchema:schema79.items,data:data45};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
}
}
}
}
}
if(data.panel !== undefined){
let data52 = data.panel;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.reviewers === undefined){
const err71 = {instancePath:instancePath+"/panel",schemaPath:"#/properties/panel/required",keyword:"required",params:{missingProperty: "reviewers"},message:"must have required property '"+"reviewers"+"'",schema:schema73.properties.panel.required,parentSchema:schema73.properties.panel,data:data52};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data52.rule === undefined){
const err72 = {instancePath:instancePath+"/panel",schemaPath:"#/properties/panel/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'",schema:schema73.properties.panel.required,parentSchema:schema73.properties.panel,data:data52};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data52.agreement === undefined){
const err73 = {instancePath:instancePath+"/panel",schemaPath:"#/properties/panel/required",keyword:"required",params:{missingProperty: "agreement"},message:"must have required property '"+"agreement"+"'",schema:schema73.properties.panel.required,parentSchema:schema73.properties.panel,data:data52};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data52.settled === undefined){
const err74 = {instancePath:instancePath+"/panel",schemaPath:"#/properties/panel/required",keyword:"required",params:{missingProperty: "settled"},message:"must have required property '"+"settled"+"'",schema:schema73.properties.panel.required,parentSchema:schema73.properties.panel,data:data52};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
for(const key14 in data52){
if(!(((((key14 === "reviewers") || (key14 === "rule")) || (key14 === "members")) || (key14 === "agreement")) || (key14 === "settled"))){
const err75 = {instancePath:instancePath+"/panel",schemaPath:"#/properties/panel/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.panel,data:data52};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data52.reviewers !== undefined){
let data53 = data52.reviewers;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
const err76 = {instancePath:instancePath+"/panel/reviewers",schemaPath:"#/properties/panel/properties/reviewers/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema73.properties.panel.properties.reviewers.type,parentSchema:schema73.properties.panel.properties.reviewers,data:data53};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 < 2 || isNaN(data53)){
const err77 = {instancePath:instancePath+"/panel/reviewers",schemaPath:"#/properties/panel/properties/reviewers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2",schema:2,parentSchema:schema73.properties.panel.properties.reviewers,data:data53};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
if(data52.rule !== undefined){
let data54 = data52.rule;
if(!(((data54 === "median") || (data54 === "lowest")) || (data54 === "unanimous"))){
const err78 = {instancePath:instancePath+"/panel/rule",schemaPath:"#/properties/panel/properties/rule/enum",keyword:"enum",params:{allowedValues: schema73.properties.panel.properties.rule.enum},message:"must be equal to one of the allowed values",schema:schema73.properties.panel.properties.rule.enum,parentSchema:schema73.properties.panel.properties.rule,data:data54};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data52.members !== undefined){
let data55 = data52.members;
if(Array.isArray(data55)){
const len3 = data55.length;
for(let i3=0; i3<len3; i3++){
let data56 = data55[i3];
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
for(const key15 in data56){
if(!((key15 === "name") || (key15 === "organisation"))){
const err79 = {instancePath:instancePath+"/panel/members/" + i3,schemaPath:"#/properties/panel/properties/members/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.panel.properties.members.items,data:data56};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data56.name !== undefined){
let data57 = data56.name;
if(typeof data57 !== "string"){
const err80 = {instancePath:instancePath+"/panel/members/" + i3+"/name",schemaPath:"#/properties/panel/properties/members/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema73.properties.panel.properties.members.items.properties.name.type,parentSchema:schema73.properties.panel.properties.members.items.properties.name,data:data57};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data56.organisation !== undefined){
let data58 = data56.organisation;
if(typeof data58 !== "string"){
const err81 = {instancePath:instancePath+"/panel/members/" + i3+"/organisation",schemaPath:"#/properties/panel/properties/members/items/properties/organisation/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema73.properties.panel.properties.members.items.properties.organisation.type,parentSchema:schema73.properties.panel.properties.members.items.properties.organisation,data:data58};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/panel/members/" + i3,schemaPath:"#/properties/panel/properties/members/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.properties.panel.properties.members.items.type,parentSchema:schema73.properties.panel.properties.members.items,data:data56};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/panel/members",schemaPath:"#/properties/panel/properties/members/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema73.properties.panel.properties.members.type,parentSchema:schema73.properties.panel.properties.members,data:data55};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data52.agreement !== undefined){
let data59 = data52.agreement;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.percent === undefined){
const err84 = {instancePath:instancePath+"/panel/agreement",schemaPath:"#/properties/panel/properties/agreement/required",keyword:"required",params:{missingProperty: "percent"},message:"must have required property '"+"percent"+"'",schema:schema73.properties.panel.properties.agreement.required,parentSchema:schema73.properties.panel.properties.agreement,data:data59};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(data59.alpha === undefined){
const err85 = {instancePath:instancePath+"/panel/agreement",schemaPath:"#/properties/panel/properties/agreement/required",keyword:"required",params:{missingProperty: "alpha"},message:"must have required property '"+"alpha"+"'",schema:schema73.properties.panel.properties.agreement.required,parentSchema:schema73.properties.panel.properties.agreement,data:data59};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
for(const key16 in data59){
if(!(((key16 === "percent") || (key16 === "alpha")) || (key16 === "interval95"))){
const err86 = {instancePath:instancePath+"/panel/agreement",schemaPath:"#/properties/panel/properties/agreement/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.panel.properties.agreement,data:data59};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data59.percent !== undefined){
let data60 = data59.percent;
if((!((typeof data60 == "number") && (isFinite(data60)))) && (data60 !== null)){
const err87 = {instancePath:instancePath+"/panel/agreement/percent",schemaPath:"#/properties/panel/properties/agreement/properties/percent/type",keyword:"type",params:{type: schema73.properties.panel.properties.agreement.properties.percent.type},message:"must be number,null",schema:schema73.properties.panel.properties.agreement.properties.percent.type,parentSchema:schema73.properties.panel.properties.agreement.properties.percent,data:data60};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 > 100 || isNaN(data60)){
const err88 = {instancePath:instancePath+"/panel/agreement/percent",schemaPath:"#/properties/panel/properties/agreement/properties/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema73.properties.panel.properties.agreement.properties.percent,data:data60};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data60 < 0 || isNaN(data60)){
const err89 = {instancePath:instancePath+"/panel/agreement/percent",schemaPath:"#/properties/panel/properties/agreement/properties/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema73.properties.panel.properties.agreement.properties.percent,data:data60};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
if(data59.alpha !== undefined){
let data61 = data59.alpha;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(data61.nominal === undefined){
const err90 = {instancePath:instancePath+"/panel/agreement/alpha",schemaPath:"#/properties/panel/properties/agreement/properties/alpha/required",keyword:"required",params:{missingProperty: "nominal"},message:"must have required property '"+"nominal"+"'",schema:schema73.properties.panel.properties.agreement.properties.alpha.required,parentSchema:schema73.properties.panel.properties.agreement.properties.alpha,data:data61};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(data61.ordinal === undefined){
const err91 = {instancePath:instancePath+"/panel/agreement/alpha",schemaPath:"#/properties/panel/properties/agreement/properties/alpha/required",keyword:"required",params:{missingProperty: "ordinal"},message:"must have required property '"+"ordinal"+"'",schema:schema73.properties.panel.properties.agreement.properties.alpha.required,parentSchema:schema73.properties.panel.properties.agreement.properties.alpha,data:data61};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data61.interval === undefined){
const err92 = {instancePath:instancePath+"/panel/agreement/alpha",schemaPath:"#/properties/panel/properties/agreement/properties/alpha/required",keyword:"required",params:{missingProperty: "interval"},message:"must have required property '"+"interval"+"'",schema:schema73.properties.panel.properties.agreement.properties.alpha.required,parentSchema:schema73.properties.panel.properties.agreement.properties.alpha,data:data61};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
for(const key17 in data61){
if(!(((key17 === "nominal") || (key17 === "ordinal")) || (key17 === "interval"))){
const err93 = {instancePath:instancePath+"/panel/agreement/alpha",schemaPath:"#/properties/panel/properties/agreement/properties/alpha/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.panel.properties.agreement.properties.alpha,data:data61};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data61.nominal !== undefined){
let data62 = data61.nominal;
if((!((typeof data62 == "number") && (isFinite(data62)))) && (data62 !== null)){
const err94 = {instancePath:instancePath+"/panel/agreement/alpha/nominal",schemaPath:"#/properties/panel/properties/agreement/properties/alpha/properties/nominal/type",keyword:"type",params:{type: schema73.properties.panel.properties.agreement.properties.alpha.properties.nominal.type},message:"must be number,null",schema:schema73.properties.panel.properties.agreement.properties.alpha.properties.nominal.type,parentSchema:schema73.properties.panel.properties.agreement.properties.alpha.properties.nominal,data:data62};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 > 1 || isNaN(data62)){
const err95 = {instancePath:instancePath+"/panel/agreement/alpha/nominal",schemaPath:"#/properties/panel/properties/agreement/properties/alpha/properties/nominal/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema73.properties.panel.properties.agreement.properties.alpha.properties.nominal,data:data62};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
if(data61.ordinal !== undefined){
let data63 = data61.ordinal;
if((!((typeof data63 == "number") && (isFinite(data63)))) && (data63 !== null)){
const err96 = {instancePath:instancePath+"/panel/agreement/alpha/ordinal",schemaPath:"#/properties/panel/properties/agreement/properties/alpha/properties/ordinal/type",keyword:"type",params:{type: schema73.properties.panel.properties.agreement.properties.alpha.properties.ordinal.type},message:"must be number,null",schema:schema73.properties.panel.properties.agreement.properties.alpha.properties.ordinal.type,parentSchema:schema73.properties.panel.properties.agreement.properties.alpha.properties.ordinal,data:data63};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 > 1 || isNaN(data63)){
const err97 = {instancePath:instancePath+"/panel/agreement/alpha/ordinal",schemaPath:"#/properties/panel/properties/agreement/properties/alpha/properties/ordinal/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema73.properties.panel.properties.agreement.properties.alpha.properties.ordinal,data:data63};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
if(data61.interval !== undefined){
let data64 = data61.interval;
if((!((typeof data64 == "number") && (isFinite(data64)))) && (data64 !== null)){
const err98 = {instancePath:instancePath+"/panel/agreement/alpha/interval",schemaPath:"#/properties/panel/properties/agreement/properties/alpha/properties/interval/type",keyword:"type",params:{type: schema73.properties.panel.properties.agreement.properties.alpha.properties.interval.type},message:"must be number,null",schema:schema73.properties.panel.properties.agreement.properties.alpha.properties.interval.type,parentSchema:schema73.properties.panel.properties.agreement.properties.alpha.properties.interval,data:data64};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 1 || isNaN(data64)){
const err99 = {instancePath:instancePath+"/panel/agreement/alpha/interval",schemaPath:"#/properties/panel/properties/agreement/properties/alpha/properties/interval/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema73.properties.panel.properties.agreement.properties.alpha.properties.interval,data:data64};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
}
else {
const err100 = {instancePath:instancePath+"/panel/agreement/alpha",schemaPath:"#/properties/panel/properties/agreement/properties/alpha/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.properties.panel.properties.agreement.properties.alpha.type,parentSchema:schema73.properties.panel.properties.agreement.properties.alpha,data:data61};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data59.interval95 !== undefined){
let data65 = data59.interval95;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
for(const key18 in data65){
if(!(key18 === "ordinal")){
const err101 = {instancePath:instancePath+"/panel/agreement/interval95",schemaPath:"#/properties/panel/properties/agreement/properties/interval95/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.panel.properties.agreement.properties.interval95,data:data65};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data65.ordinal !== undefined){
let data66 = data65.ordinal;
if(Array.isArray(data66)){
if(data66.length > 2){
const err102 = {instancePath:instancePath+"/panel/agreement/interval95/ordinal",schemaPath:"#/properties/panel/properties/agreement/properties/interval95/properties/ordinal/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items",schema:2,parentSchema:schema73.properties.panel.properties.agreement.properties.interval95.properties.ordinal,data:data66};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data66.length < 2){
const err103 = {instancePath:instancePath+"/panel/agreement/interval95/ordinal",schemaPath:"#/properties/panel/properties/agreement/properties/interval95/properties/ordinal/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema73.properties.panel.properties.agreement.properties.interval95.properties.ordinal,data:data66};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
const len4 = data66.length;
for(let i4=0; i4<len4; i4++){
let data67 = data66[i4];
if(!((typeof data67 == "number") && (isFinite(data67)))){
const err104 = {instancePath:instancePath+"/panel/agreement/interval95/ordinal/" + i4,schemaPath:"#/properties/panel/properties/agreement/properties/interval95/properties/ordinal/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema73.properties.panel.properties.agreement.properties.interval95.properties.ordinal.items.type,parentSchema:schema73.properties.panel.properties.agreement.properties.interval95.properties.ordinal.items,data:data67};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
else {
const err105 = {instancePath:instancePath+"/panel/agreement/interval95/ordinal",schemaPath:"#/properties/panel/properties/agreement/properties/interval95/properties/ordinal/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema73.properties.panel.properties.agreement.properties.interval95.properties.ordinal.type,parentSchema:schema73.properties.panel.properties.agreement.properties.interval95.properties.ordinal,data:data66};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
else {
const err106 = {instancePath:instancePath+"/panel/agreement/interval95",schemaPath:"#/properties/panel/properties/agreement/properties/interval95/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.properties.panel.properties.agreement.properties.interval95.type,parentSchema:schema73.properties.panel.properties.agreement.properties.interval95,data:data65};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
else {
const err107 = {instancePath:instancePath+"/panel/agreement",schemaPath:"#/properties/panel/properties/agreement/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.properties.panel.properties.agreement.type,parentSchema:schema73.properties.panel.properties.agreement,data:data59};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data52.settled !== undefined){
let data68 = data52.settled;
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
if(data68.agreed === undefined){
const err108 = {instancePath:instancePath+"/panel/settled",schemaPath:"#/properties/panel/properties/settled/required",keyword:"required",params:{missingProperty: "agreed"},message:"must have required property '"+"agreed"+"'",schema:schema73.properties.panel.properties.settled.required,parentSchema:schema73.properties.panel.properties.settled,data:data68};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(data68.byRule === undefined){
const err109 = {instancePath:instancePath+"/panel/settled",schemaPath:"#/properties/panel/properties/settled/required",keyword:"required",params:{missingProperty: "byRule"},message:"must have required property '"+"byRule"+"'",schema:schema73.properties.panel.properties.settled.required,parentSchema:schema73.properties.panel.properties.settled,data:data68};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data68.open === undefined){
const err110 = {instancePath:instancePath+"/panel/settled",schemaPath:"#/properties/panel/properties/settled/required",keyword:"required",params:{missingProperty: "open"},message:"must have required property '"+"open"+"'",schema:schema73.properties.panel.properties.settled.required,parentSchema:schema73.properties.panel.properties.settled,data:data68};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
for(const key19 in data68){
if(!(((key19 === "agreed") || (key19 === "byRule")) || (key19 === "open"))){
const err111 = {instancePath:instancePath+"/panel/settled",schemaPath:"#/properties/panel/properties/settled/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties",schema:false,parentSchema:schema73.properties.panel.properties.settled,data:data68};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data68.agreed !== undefined){
let data69 = data68.agreed;
if(!(((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69))) && (isFinite(data69)))){
const err112 = {instancePath:instancePath+"/panel/settled/agreed",schemaPath:"#/properties/panel/properties/settled/properties/agreed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema73.properties.panel.properties.settled.properties.agreed.type,parentSchema:schema73.properties.panel.properties.settled.properties.agreed,data:data69};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if((typeof data69 == "number") && (isFinite(data69))){
if(data69 < 0 || isNaN(data69)){
const err113 = {instancePath:instancePath+"/panel/settled/agreed",schemaPath:"#/properties/panel/properties/settled/properties/agreed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema73.properties.panel.properties.settled.properties.agreed,data:data69};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
if(data68.byRule !== undefined){
let data70 = data68.byRule;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
const err114 = {instancePath:instancePath+"/panel/settled/byRule",schemaPath:"#/properties/panel/properties/settled/properties/byRule/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema73.properties.panel.properties.settled.properties.byRule.type,parentSchema:schema73.properties.panel.properties.settled.properties.byRule,data:data70};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 < 0 || isNaN(data70)){
const err115 = {instancePath:instancePath+"/panel/settled/byRule",schemaPath:"#/properties/panel/properties/settled/properties/byRule/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema73.properties.panel.properties.settled.properties.byRule,data:data70};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
if(data68.open !== undefined){
let data71 = data68.open;
if(!(((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71))) && (isFinite(data71)))){
const err116 = {instancePath:instancePath+"/panel/settled/open",schemaPath:"#/properties/panel/properties/settled/properties/open/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema73.properties.panel.properties.settled.properties.open.type,parentSchema:schema73.properties.panel.properties.settled.properties.open,data:data71};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 < 0 || isNaN(data71)){
const err117 = {instancePath:instancePath+"/panel/settled/open",schemaPath:"#/properties/panel/properties/settled/properties/open/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema73.properties.panel.properties.settled.properties.open,data:data71};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
}
else {
const err118 = {instancePath:instancePath+"/panel/settled",schemaPath:"#/properties/panel/properties/settled/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.properties.panel.properties.settled.type,parentSchema:schema73.properties.panel.properties.settled,data:data68};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
else {
const err119 = {instancePath:instancePath+"/panel",schemaPath:"#/properties/panel/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.properties.panel.type,parentSchema:schema73.properties.panel,data:data52};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data.was !== undefined){
let data72 = data.was;
if(!(data72 && typeof data72 == "object" && !Array.isArray(data72))){
const err120 = {instancePath:instancePath+"/was",schemaPath:"#/properties/was/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.properties.was.type,parentSchema:schema73.properties.was,data:data72};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
}
else {
const err121 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema73.type,parentSchema:schema73,data};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validateConfig = validate34;
const schema84 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://ungps-compass.invalid/schemas/config.schema.json","title":"ConfigFile","description":"compass.config.yaml: what holds for every run in this folder and below. Paths are relative to the file; what is named on the command line goes before it.","type":["object","null"],"additionalProperties":false,"properties":{"$schema":{"type":"string"},"format":{"const":"compass-config/1","description":"The file format; may be left out."},"rubric":{"$ref":"common.schema.json#/$defs/text","description":"The id of a bundled rubric, or a folder."},"files":{"type":"array","minItems":1,"description":"What compass score reads where it is given no file: answers files, folders, globs.","items":{"$ref":"common.schema.json#/$defs/text"}},"formats":{"type":"array","minItems":1,"description":"What compass score prints where it is given neither --format nor --output: names of formats, each with a file or without.","items":{"title":"ConfigOutput","type":["string","object"],"required":["format"],"additionalProperties":false,"properties":{"format":{"$ref":"common.schema.json#/$defs/text"},"output":{"$ref":"common.schema.json#/$defs/text","description":"The file it goes to; standard output where there is none."}}}},"minimums":{"type":"object","description":"Least low: overall, and of design features by their id.","additionalProperties":{"type":"number","minimum":0,"maximum":100}},"failOn":{"type":"array","description":"What fails a run: critical, flag, unanswered, review.","items":{"enum":["critical","flag","unanswered","review"]}},"baseline":{"$ref":"common.schema.json#/$defs/text","description":"A stored result; a run fails where it got worse."},"tolerance":{"type":"number","minimum":0,"maximum":100,"description":"Points that a low may fall under the baseline; 0 where nothing is said."}}};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://ungps-compass.invalid/schemas/config.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate34.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema84.type},message:"must be object,null",schema:schema84.type,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema84.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema84,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema84.properties.$schema.type,parentSchema:schema84.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.format !== undefined){
let data1 = data.format;
if("compass-config/1" !== data1){
const err3 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "compass-config/1"},message:"must be equal to constant",schema:"compass-config/1",parentSchema:schema84.properties.format,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.rubric !== undefined){
let data2 = data.rubric;
if(typeof data2 === "string"){
if(!pattern6.test(data2)){
const err4 = {instancePath:instancePath+"/rubric",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/rubric",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.files !== undefined){
let data3 = data.files;
if(Array.isArray(data3)){
if(data3.length < 1){
const err6 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema84.properties.files,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
const err7 = {instancePath:instancePath+"/files/" + i0,schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/files/" + i0,schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema84.properties.files.type,parentSchema:schema84.properties.files,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.formats !== undefined){
let data5 = data.formats;
if(Array.isArray(data5)){
if(data5.length < 1){
const err10 = {instancePath:instancePath+"/formats",schemaPath:"#/properties/formats/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema84.properties.formats,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if((typeof data6 !== "string") && (!(data6 && typeof data6 == "object" && !Array.isArray(data6)))){
const err11 = {instancePath:instancePath+"/formats/" + i1,schemaPath:"#/properties/formats/items/type",keyword:"type",params:{type: schema84.properties.formats.items.type},message:"must be string,object",schema:schema84.properties.formats.items.type,parentSchema:schema84.properties.formats.items,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.format === undefined){
const err12 = {instancePath:instancePath+"/formats/" + i1,schemaPath:"#/properties/formats/items/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'",schema:schema84.properties.formats.items.required,parentSchema:schema84.properties.formats.items,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key1 in data6){
if(!((key1 === "format") || (key1 === "output"))){
const err13 = {instancePath:instancePath+"/formats/" + i1,schemaPath:"#/properties/formats/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema84.properties.formats.items,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data6.format !== undefined){
let data7 = data6.format;
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
const err14 = {instancePath:instancePath+"/formats/" + i1+"/format",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data7};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/formats/" + i1+"/format",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.output !== undefined){
let data8 = data6.output;
if(typeof data8 === "string"){
if(!pattern6.test(data8)){
const err16 = {instancePath:instancePath+"/formats/" + i1+"/output",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/formats/" + i1+"/output",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/formats",schemaPath:"#/properties/formats/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema84.properties.formats.type,parentSchema:schema84.properties.formats,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.minimums !== undefined){
let data9 = data.minimums;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
let data10 = data9[key2];
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 100 || isNaN(data10)){
const err19 = {instancePath:instancePath+"/minimums/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/minimums/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema84.properties.minimums.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err20 = {instancePath:instancePath+"/minimums/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/minimums/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema84.properties.minimums.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/minimums/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/minimums/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema84.properties.minimums.additionalProperties.type,parentSchema:schema84.properties.minimums.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/minimums",schemaPath:"#/properties/minimums/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema84.properties.minimums.type,parentSchema:schema84.properties.minimums,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.failOn !== undefined){
let data11 = data.failOn;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(!((((data12 === "critical") || (data12 === "flag")) || (data12 === "unanswered")) || (data12 === "review"))){
const err23 = {instancePath:instancePath+"/failOn/" + i2,schemaPath:"#/properties/failOn/items/enum",keyword:"enum",params:{allowedValues: schema84.properties.failOn.items.enum},message:"must be equal to one of the allowed values",schema:schema84.properties.failOn.items.enum,parentSchema:schema84.properties.failOn.items,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/failOn",schemaPath:"#/properties/failOn/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema84.properties.failOn.type,parentSchema:schema84.properties.failOn,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.baseline !== undefined){
let data13 = data.baseline;
if(typeof data13 === "string"){
if(!pattern6.test(data13)){
const err25 = {instancePath:instancePath+"/baseline",schemaPath:"common.schema.json#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema35,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/baseline",schemaPath:"common.schema.json#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.tolerance !== undefined){
let data14 = data.tolerance;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 100 || isNaN(data14)){
const err27 = {instancePath:instancePath+"/tolerance",schemaPath:"#/properties/tolerance/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100",schema:100,parentSchema:schema84.properties.tolerance,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err28 = {instancePath:instancePath+"/tolerance",schemaPath:"#/properties/tolerance/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema84.properties.tolerance,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/tolerance",schemaPath:"#/properties/tolerance/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema84.properties.tolerance.type,parentSchema:schema84.properties.tolerance,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
validate34.errors = vErrors;
return errors === 0;
}
validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
